import type { EvidenceView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";
import { type EvidenceInput, evidenceColumns } from "./evidence-input";
import { evidenceView } from "./evidence-row";
import { evidenceKey, findEvidence } from "./find-evidence";

/**
 * Changes what a piece of evidence says. What was accepted or dismissed is to be reviewed again, and who changed it
 * counts as who added it: a reviewer's word holds for what they saw.
 * @throws Problem not-found, invalid, conflict (approved)
 */
export async function editEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  id: string,
  input: EvidenceInput,
  audit: (note: AuditNote) => void,
): Promise<EvidenceView> {
  const { assessment, evidence } = await findEvidence(db, actor, slug, id);
  const review = { acceptedBy: null, acceptedAt: null, dismissedBy: null, dismissedReason: null };
  const row = await db.evidence.update({
    where: evidenceKey(evidence),
    data: { ...evidenceColumns(input), ...review, addedBy: actor.userId, addedAt: new Date() },
  });
  const { criterion } = evidence;
  await tellClients(db, "evidence", { assessment: assessment.id, criterion, evidence: id });
  audit({
    action: "evidence.edit",
    object: `evidence/${id}`,
    facts: { assessment: assessment.id, criterion },
    values: { before: evidenceView(evidence), after: input },
  });
  return evidenceView(row);
}
