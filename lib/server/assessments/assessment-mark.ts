import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";

/**
 * What an assessment's scores, plan and snapshots are made from, as one hash: it differs after any change of them. PostgreSQL gives
 * each version of a row a place and the number of the transaction that wrote it, so rows needn't be read for it, and nobody who
 * writes has to keep it up. Who took a snapshot is named by what they are called, for those whom the reader may see.
 * @returns hexadecimal SHA-256
 */
export async function assessmentMark(db: ScopedDb, { organizationId, id }: Assessment): Promise<string> {
  const [row] = await db.$queryRaw<{ mark: string }[]>`
    WITH written (of, version) AS (
      SELECT 1, ctid::text || xmin FROM assessments WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid
      UNION ALL SELECT 2, ctid::text || xmin FROM answers WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${id}::uuid
      UNION ALL SELECT 3, ctid::text || xmin FROM evidence WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${id}::uuid
      UNION ALL SELECT 4, c.ctid::text || c.xmin FROM evidence_criteria c WHERE c.organization_id = ${organizationId}::uuid AND c.assessment_id = ${id}::uuid
      UNION ALL SELECT 5, ctid::text || xmin FROM snapshots WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${id}::uuid
      UNION ALL SELECT 6, ctid::text || xmin FROM answer_corrections WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${id}::uuid
      UNION ALL SELECT 7, ctid::text || xmin FROM plans WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${id}::uuid
      UNION ALL SELECT 8, ctid::text || xmin FROM plan_items WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${id}::uuid
      UNION ALL SELECT 9, u.id || u.name FROM snapshots s JOIN users u ON u.id = s.taken_by WHERE s.organization_id = ${organizationId}::uuid AND s.assessment_id = ${id}::uuid
    )
    SELECT encode(sha256(convert_to(string_agg(of || version, ' ' ORDER BY of, version COLLATE "C"), 'UTF8')), 'hex') AS mark FROM written`;
  return row?.mark ?? "";
}
