import { z } from "zod";
import { idleInterval } from "../access/session";
import { callFunction } from "../platform/database/client";
import { noticeWaiting } from "../platform/outbox";
import { problemOf } from "../platform/statement-problem";

/** A sign of life: which tab, and where: a topic's id, null for none, "gone" when it leaves. */
export const presenceSchema = z.strictObject({
  tab: z.string().regex(/^[a-z0-9-]{1,40}$/),
  place: z
    .string()
    .regex(/^[a-z0-9.-]{1,200}$/)
    .nullable(),
});

/**
 * Tells the others where somebody is. It doesn't count as a use of the session: a page left open must not keep it alive.
 * @throws Problem unauthenticated, not-found, forbidden
 */
export async function tellPresence(
  where: Readonly<{ tokenHash: Buffer; organization: string; assessment: string }>,
  { tab, place }: z.output<typeof presenceSchema>,
): Promise<null> {
  const [row] = await callFunction<{ problem: string | null }>`
    SELECT tell_presence(${where.tokenHash}, ${idleInterval()}::interval, ${where.organization}, ${where.assessment}, ${tab}, ${place}) AS problem`;
  if (row?.problem) throw problemOf(row.problem, "results.read");
  noticeWaiting();
  return null;
}
