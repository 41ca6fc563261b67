import { z } from "zod";
import { idleInterval } from "../access/session";
import { callFunction } from "../platform/database/client";
import { problemOf } from "../platform/statement-problem";

/** Some notices by id; everything when absent. */
export const markNoticesSchema = z.strictObject({ notices: z.array(z.uuid()).min(1).max(500).optional() });

/**
 * Marks what a person was told as read. Nobody else sees it, so it is no matter of the audit log.
 * @throws Problem unauthenticated, not-found
 */
export async function markNotices(
  where: Readonly<{ tokenHash: Buffer; organization: string }>,
  { notices }: z.output<typeof markNoticesSchema>,
): Promise<null> {
  const some = notices ? JSON.stringify(notices) : null;
  const [row] = await callFunction<{ problem: string | null }>`
    SELECT mark_notices(${where.tokenHash}, ${idleInterval()}::interval, ${where.organization}, ${some}::jsonb) AS problem`;
  if (row?.problem) throw problemOf(row.problem, "results.read");
  return null;
}
