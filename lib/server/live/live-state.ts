import type { ScopedDb } from "../platform/database/client";

/**
 * A name for all that live clients follow in an assessment: as long as it is the same, nothing changed. Answers are only
 * ever added and count their versions up; of everything else each row's own transaction is taken.
 */
export async function liveState(db: ScopedDb, organization: string, assessment: string): Promise<string> {
  const [row] = await db.$queryRaw<{ state: string }[]>`
    SELECT md5(concat_ws('|',
      (SELECT concat_ws(':', x.state, x.round, x.questionnaire, x.version, x.profile) FROM assessments x
        WHERE x.organization_id = ${organization}::uuid AND x.id = ${assessment}::uuid),
      (SELECT count(*) || ':' || COALESCE(sum(x.version), 0) FROM answers x
        WHERE x.organization_id = ${organization}::uuid AND x.assessment_id = ${assessment}::uuid),
      (SELECT string_agg(x.id::text || x.xmin::text, ',' ORDER BY x.id) FROM evidence x
        WHERE x.organization_id = ${organization}::uuid AND x.assessment_id = ${assessment}::uuid),
      (SELECT string_agg(x.evidence_id::text || x.criterion || x.xmin::text, ',' ORDER BY x.evidence_id, x.criterion) FROM evidence_criteria x
        WHERE x.organization_id = ${organization}::uuid AND x.assessment_id = ${assessment}::uuid),
      (SELECT string_agg(x.criterion || x.xmin::text, ',' ORDER BY x.criterion) FROM exceptions x
        WHERE x.organization_id = ${organization}::uuid AND x.assessment_id = ${assessment}::uuid),
      (SELECT string_agg(x.user_id::text || x.topic || x.xmin::text, ',' ORDER BY x.user_id, x.pillar, x.topic) FROM assignments x
        WHERE x.organization_id = ${organization}::uuid AND x.assessment_id = ${assessment}::uuid),
      (SELECT string_agg(x.criterion || x.made_by::text || x.xmin::text, ',' ORDER BY x.criterion, x.made_by) FROM findings x
        WHERE x.organization_id = ${organization}::uuid AND x.assessment_id = ${assessment}::uuid),
      (SELECT string_agg(x.id::text || x.xmin::text, ',' ORDER BY x.id) FROM questions x
        WHERE x.organization_id = ${organization}::uuid AND x.assessment_id = ${assessment}::uuid))) AS state`;
  return row?.state ?? "";
}
