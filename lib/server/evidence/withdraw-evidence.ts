import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { evidenceView } from "./evidence-row";
import { evidenceKey, findEvidence } from "./find-evidence";

/**
 * Takes back evidence that was added by mistake: by who added it, while nobody has reviewed it. Afterwards it can only
 * be dismissed, so that what once counted stays on record.
 * @throws Problem not-found, forbidden, conflict (approved)
 */
export async function withdrawEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  id: string,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { assessment, evidence } = await findEvidence(db, actor, slug, id);
  if (evidence.addedBy !== actor.userId || evidence.acceptedBy !== null || evidence.dismissedReason !== null) {
    throw new Problem(
      "forbidden",
      "Only who added it can take it back, and only before it was reviewed. A reviewer can dismiss it.",
    );
  }
  await db.evidence.delete({ where: evidenceKey(evidence) });
  const { criterion } = evidence;
  await tellClients(db, "evidence", { assessment: assessment.id, criterion, evidence: id });
  audit({
    action: "evidence.withdraw",
    object: `evidence/${id}`,
    facts: { assessment: assessment.id, criterion },
    values: { before: evidenceView(evidence) },
  });
  return null;
}
