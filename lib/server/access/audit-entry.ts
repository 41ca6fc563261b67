import { createHash } from "node:crypto";
import { z } from "zod";

/** What the chain holds of an entry, as append_audit writes it. */
const payloadSchema = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string().nullable(),
  action: z.string(),
  object: z.string(),
  from: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  /** Salted hash of the values. */
  values: z.string().optional(),
});

export type AuditPayload = z.output<typeof payloadSchema>;

/** The values beside the chain: as written, gone (privacy deletion), changed since, or never any. */
export type AuditValues =
  | Readonly<{ state: "none" | "gone" | "changed" }>
  | Readonly<{ state: "kept"; values: unknown }>;

/** An entry's content; nothing where somebody has made it unreadable. */
export function parsePayload(payload: string): AuditPayload | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

/**
 * Holds the values to the hash in the chain.
 * @param detail salt, and the values as the database writes them
 */
export function readValues(
  payload: AuditPayload,
  detail: Readonly<{ salt: Uint8Array; text: string }> | null,
): AuditValues {
  if (payload.values === undefined) return { state: "none" };
  if (!detail) return { state: "gone" };
  const hash = createHash("sha256").update(detail.salt).update(detail.text).digest("hex");
  return hash === payload.values ? { state: "kept", values: JSON.parse(detail.text) } : { state: "changed" };
}
