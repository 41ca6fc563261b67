import { z } from "zod";

/**
 * `lock.json` of a questionnaire version: published content never changes, and a draft may still. `sha256` is that of
 * the resolved questionnaire in canonical JSON, the same that the database keeps of the version.
 */
export const lockSchema = z.strictObject({
  format: z.literal("plumbline.lock/1"),
  id: z.string(),
  version: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  draft: z.boolean(),
});

export type Lock = Readonly<z.infer<typeof lockSchema>>;

/** How content stands to its lock. */
export type LockState = "missing" | "unreadable" | "draft" | "draft-changed" | "locked" | "changed";

/**
 * @param lockText text of `lock.json`, or undefined where there is none
 * @param content what the lock must say
 */
export function judgeLock(
  lockText: string | undefined,
  content: Readonly<{ id: string; version: string; sha256: string }>,
): LockState {
  if (lockText === undefined) return "missing";
  const lock = readLock(lockText);
  if (!lock || lock.id !== content.id || lock.version !== content.version) return "unreadable";
  const same = lock.sha256 === content.sha256;
  if (lock.draft) return same ? "draft" : "draft-changed";
  return same ? "locked" : "changed";
}

/** Text of `lock.json`. */
export function writeLock(lock: Omit<Lock, "format">): string {
  const { id, version, sha256, draft } = lock;
  return `${JSON.stringify({ format: "plumbline.lock/1", id, version, sha256, draft } satisfies Lock, null, 2)}\n`;
}

function readLock(text: string): Lock | undefined {
  try {
    return lockSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
