import { z } from "zod";
import type { EvidenceView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { openCriterion } from "../assessments/open-criterion";
import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";
import { evidenceColumns, evidenceFields } from "./evidence-input";
import { evidenceView } from "./evidence-row";

export const addEvidenceSchema = z.strictObject({ criterion: z.string().min(1).max(200), ...evidenceFields });

/**
 * Attaches evidence to one criterion. It counts once somebody else has accepted it.
 * @throws Problem not-found, invalid, conflict (approved)
 */
export async function addEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion, ...input }: z.output<typeof addEvidenceSchema>,
  audit: (note: AuditNote) => void,
): Promise<EvidenceView> {
  const assessment = await openCriterion(db, actor, slug, criterion);
  const row = await db.evidence.create({
    data: {
      organizationId: assessment.organizationId,
      assessmentId: assessment.id,
      criterion,
      ...evidenceColumns(input),
      addedBy: actor.userId,
    },
  });
  await tellClients(db, "evidence", { assessment: assessment.id, criterion, evidence: row.id });
  audit({
    action: "evidence.add",
    object: `evidence/${row.id}`,
    facts: { assessment: assessment.id, criterion },
    values: input,
  });
  return evidenceView(row);
}
