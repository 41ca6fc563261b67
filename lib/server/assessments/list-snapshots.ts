import { namesOf } from "../people/names-of";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";

/** A row of the list of snapshots. */
export type SnapshotSummary = Readonly<{
  id: string;
  label: string;
  /** Day whose evidence was judged, YYYY-MM-DD. */
  asOf: string;
  takenAt: Date;
  takenBy: string;
  hash: string;
  /** Null where nothing was in scope. */
  overall: Readonly<{ low: number; high: number; verified: number; stage: string }> | null;
}>;

type Row = Readonly<{
  id: string;
  label: string;
  as_of: Date;
  taken_at: Date;
  taken_by: string;
  hash: string;
  overall: SnapshotSummary["overall"];
}>;

/** The snapshots of an assessment, the newest first. */
export async function listSnapshots(db: ScopedDb, assessmentId: string): Promise<readonly SnapshotSummary[]> {
  // Only the overall score of each: with its topics and its file a snapshot has some hundred kilobytes.
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s.label, s.as_of, s.taken_at, s.taken_by, s.hash, s.scores -> 'overall' AS overall
      FROM snapshots s
     WHERE s.assessment_id = ${assessmentId}::uuid ORDER BY s.taken_at DESC`;
  const names = await namesOf(
    db,
    rows.map((row) => row.taken_by),
  );
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    asOf: isoDay(row.as_of),
    takenAt: row.taken_at,
    takenBy: names[row.taken_by] ?? "a former member",
    hash: row.hash,
    overall: row.overall,
  }));
}
