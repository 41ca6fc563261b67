import { correctedAnswers } from "../../core/dashboard/dates/corrected-answers";
import type { Answer } from "../../core/scoring/types";
import { entryOf, type StoredAnswer } from "../../core/walk/entry";
import type { ScopedDb } from "../platform/database/client";

type Row = StoredAnswer & Readonly<{ criterion: string; at: Date; correction: boolean; begins: Date; ends: Date }>;

/**
 * What answers of a snapshot should have been, by criterion, as corrections say that were made since.
 *
 * @param to a later snapshot, after which nothing counts; now without it
 */
export async function readCorrected(
  db: ScopedDb,
  {
    organizationId,
    assessmentId,
    from,
    to,
  }: Readonly<Record<"organizationId" | "assessmentId" | "from", string> & { to?: string }>,
): Promise<ReadonlyMap<string, Answer>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.criterion, r.status, r.coverage, r.count, r.population, r.reason, r.accepted_by AS "acceptedBy", r.note, r.version, r.how,
           r.changed_by AS "changedBy", r.changed_at AS "changedAt", r.changed_at AS at, c.version IS NOT NULL AS correction,
           s.taken_at AS begins, COALESCE(t.taken_at, now()) AS ends
      FROM answer_revisions r
      JOIN snapshots s ON s.organization_id = r.organization_id AND s.id = ${from}::uuid
      LEFT JOIN snapshots t ON t.organization_id = r.organization_id AND t.id = ${to ?? null}::uuid
      LEFT JOIN answer_corrections c ON c.organization_id = r.organization_id AND c.assessment_id = r.assessment_id
        AND c.criterion = r.criterion AND c.version = r.version
     WHERE r.organization_id = ${organizationId}::uuid AND r.assessment_id = ${assessmentId}::uuid
       AND r.criterion IN (SELECT criterion FROM answer_corrections WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${assessmentId}::uuid)
     ORDER BY r.criterion, r.version`;
  const [first] = rows;
  if (!first) return new Map();
  const versions = rows.map(({ criterion, at, correction, ...row }) => ({
    criterion,
    at,
    correction,
    answer: entryOf(row).answer,
  }));
  return correctedAnswers(versions, { from: first.begins, to: first.ends });
}
