import { namesOf } from "../people/names-of";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";

/** Who approved a round, on what day (YYYY-MM-DD), and the SHA-256 of the snapshot that the approval is. */
export type Approval = Readonly<{ by?: string; on: string; hash: string; self: boolean }>;

/** The approval of an assessment's present round; undefined where it isn't approved. */
export async function readApproval(
  db: ScopedDb,
  { organizationId, id, state, round }: Assessment,
): Promise<Approval | undefined> {
  if (state !== "approved") return undefined;
  const row = await db.snapshot.findFirst({
    where: { organizationId, assessmentId: id, approvedRound: round },
    select: { takenBy: true, takenAt: true, hash: true, selfApproved: true },
  });
  if (!row) return undefined;
  const names = await namesOf(db, [row.takenBy]);
  return { by: names[row.takenBy], on: isoDay(row.takenAt), hash: row.hash, self: row.selfApproved };
}
