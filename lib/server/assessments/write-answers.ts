import type { AnswerChange } from "../../core/portable/plan-import";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";

/** How answers that come in as a whole came to be, as their history keeps it. */
export type BroughtIn = "import" | "copy" | "quick-check";

/**
 * Writes many answers with their history, in one statement each: a file can hold a thousand.
 * @returns how many were written; where a version moved on meanwhile fewer than given, and the caller gives all of it up
 */
export async function writeAnswers(
  db: ScopedDb,
  actor: Actor,
  assessment: Readonly<{ id: string; organizationId: string }>,
  answers: readonly AnswerChange[],
  how: BroughtIn,
): Promise<number> {
  if (answers.length === 0) return 0;
  const rows = JSON.stringify(answers.map(answerColumns));
  const written = await db.$queryRaw<{ criterion: string }[]>`
    INSERT INTO answers AS x (organization_id, assessment_id, criterion, status, coverage, count, population, reason, note, version, how, changed_by, changed_at)
    SELECT ${assessment.organizationId}::uuid, ${assessment.id}::uuid, r.criterion, r.status, r.coverage, r.count, r.population, r.reason, r.note,
           r.base + 1, ${how}, ${actor.userId}::uuid, date_trunc('milliseconds', clock_timestamp())
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS r (criterion text, base int, status text, coverage float8, count int, population int, reason text, note text)
    ON CONFLICT (organization_id, assessment_id, criterion) DO UPDATE SET
      status = EXCLUDED.status, coverage = EXCLUDED.coverage, count = EXCLUDED.count, population = EXCLUDED.population, reason = EXCLUDED.reason,
      accepted_by = CASE WHEN x.status = 'not-applicable' AND EXCLUDED.status = 'not-applicable' AND x.reason = EXCLUDED.reason THEN x.accepted_by END,
      accepted_at = CASE WHEN x.status = 'not-applicable' AND EXCLUDED.status = 'not-applicable' AND x.reason = EXCLUDED.reason THEN x.accepted_at END,
      note = EXCLUDED.note, version = EXCLUDED.version, how = EXCLUDED.how, changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at
      WHERE x.version = EXCLUDED.version - 1
    RETURNING criterion`;
  if (written.length < answers.length) return written.length;
  const criteria = answers.map(({ criterion }) => criterion);
  await db.$executeRaw`
    INSERT INTO answer_revisions (organization_id, assessment_id, criterion, version, status, coverage, count, population, reason, accepted_by, accepted_at, note, how, changed_by, changed_at)
    SELECT organization_id, assessment_id, criterion, version, status, coverage, count, population, reason, accepted_by, accepted_at, note, how, changed_by, changed_at
      FROM answers WHERE assessment_id = ${assessment.id}::uuid AND criterion = ANY(${criteria}::text[])`;
  return written.length;
}

function answerColumns({ criterion, base, after, noteAfter }: AnswerChange): Readonly<Record<string, unknown>> {
  const partly = after.status === "partly" ? after : undefined;
  return {
    criterion,
    base,
    status: after.status,
    coverage: partly?.coverage ?? null,
    count: partly?.count ?? null,
    population: partly?.population ?? null,
    reason: after.status === "not-applicable" ? after.reason : null,
    note: noteAfter,
  };
}
