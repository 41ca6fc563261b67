import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { evidenceView } from "./evidence-rows";
import { evidenceKey, holdEvidence, requireOpen } from "./find-evidence";
import { tellEvidence } from "./tell-evidence";

/**
 * Takes back evidence that was added by mistake, its file with it: by who added it, while nobody has reviewed it.
 * Afterwards it can only be dismissed, so that what once counted stays on record.
 * @throws Problem not-found, forbidden, conflict (approved)
 */
export async function withdrawEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  id: string,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { assessment, evidence, rows } = await holdEvidence(db, actor, slug, id);
  await requireOpen(db, actor, slug, rows);
  const reviewed = rows.some((row) => row.acceptedBy !== null || row.dismissedReason !== null);
  if (reviewed || [evidence, ...rows].some(({ addedBy }) => addedBy !== actor.userId)) {
    throw new Problem(
      "forbidden",
      "Only who added it can take it back, and only before it was reviewed. A reviewer can dismiss it.",
    );
  }
  await db.evidence.delete({ where: evidenceKey(evidence) });
  await tellEvidence(db, assessment.id, id, rows);
  audit({
    action: "evidence.withdraw",
    object: `evidence/${id}`,
    facts: { assessment: assessment.id, criteria: rows.map(({ criterion }) => criterion) },
    values: { before: rows.map(evidenceView) },
  });
  return null;
}
