import { createHash } from "node:crypto";
import type { ScopedDb } from "../platform/database/client";

/** What was done: facts stand in the chain as they are; values (personal data, free text) only as a salted hash. */
export type AuditNote = Readonly<{
  action: string;
  /** Kind and id, such as "assessment/…". */
  object: string;
  facts?: Readonly<Record<string, unknown>>;
  values?: Readonly<Record<string, unknown>>;
}>;

/** Appends one entry to the organization's chain, in the caller's transaction. Without a user: somebody on an interview link. */
export async function appendAudit(
  db: ScopedDb,
  actor: Readonly<{ userId: string | null; address: string }>,
  note: AuditNote,
): Promise<void> {
  const facts = JSON.stringify(note.facts ?? {});
  const values = note.values ? JSON.stringify(note.values) : null;
  await db.$queryRaw`SELECT append_audit(${actor.userId}::uuid, ${note.action}, ${note.object}, ${actor.address}, ${facts}::jsonb, ${values}::jsonb)`;
}

/** One link as stored. */
export type AuditLink = Readonly<{ seq: bigint; payload: string; previous: Uint8Array; hash: Uint8Array }>;

export type ChainState =
  | { readonly whole: true; readonly length: number }
  | { readonly whole: false; readonly brokenAt: bigint; readonly reason: string };

/**
 * Checks a chain link by link: numbering without gaps, each link's predecessor, each link's hash.
 * @param links oldest first, from the first entry on, or from the one that follows `after`
 * @param after the last link that was checked before, so that a long chain can be read piece by piece
 */
export function verifyChain(
  organizationId: string,
  links: Iterable<AuditLink>,
  after?: Pick<AuditLink, "seq" | "hash">,
): ChainState {
  let expected = Buffer.from(after?.hash ?? createHash("sha256").update(`plumbline:${organizationId}`).digest());
  let number = after?.seq ?? 0n;
  for (const link of links) {
    number += 1n;
    if (link.seq !== number) return { whole: false, brokenAt: number, reason: "an entry is missing" };
    if (!expected.equals(link.previous))
      return { whole: false, brokenAt: number, reason: "it doesn't follow the entry before" };
    const hash = createHash("sha256").update(link.previous).update(link.payload).digest();
    if (!hash.equals(link.hash)) return { whole: false, brokenAt: number, reason: "its content was changed" };
    expected = hash;
  }
  return { whole: true, length: Number(number) };
}
