import { z } from "zod";
import type { EvidenceView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { requireOtherThanAuthor } from "../assessments/who-answered";
import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";
import { evidenceView } from "./evidence-row";
import { evidenceKey, findEvidence } from "./find-evidence";

/** Accepts, dismisses with a reason, or takes an earlier verdict back. */
export const reviewEvidenceSchema = z.discriminatedUnion("verdict", [
  z.strictObject({ verdict: z.literal("accept") }),
  z.strictObject({ verdict: z.literal("dismiss"), reason: z.string().trim().min(1, "Say why.").max(2_000) }),
  z.strictObject({ verdict: z.literal("reopen") }),
]);

/**
 * A reviewer's word on a piece of evidence: accepted it counts, dismissed it doesn't. Neither who added it nor who
 * answered the criterion may.
 * @throws Problem not-found, forbidden (own), conflict (approved)
 */
export async function reviewEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  id: string,
  input: z.output<typeof reviewEvidenceSchema>,
  audit: (note: AuditNote) => void,
): Promise<EvidenceView> {
  const { assessment, evidence } = await findEvidence(db, actor, slug, id);
  const { criterion } = evidence;
  await requireOtherThanAuthor(db, actor, assessment, criterion, [evidence.addedBy]);
  const accepted = input.verdict === "accept";
  const row = await db.evidence.update({
    where: evidenceKey(evidence),
    data: {
      acceptedBy: accepted ? actor.userId : null,
      acceptedAt: accepted ? new Date() : null,
      dismissedBy: input.verdict === "dismiss" ? actor.userId : null,
      dismissedReason: input.verdict === "dismiss" ? input.reason : null,
    },
  });
  await tellClients(db, "evidence", { assessment: assessment.id, criterion, evidence: id });
  audit({
    action: `evidence.${input.verdict}`,
    object: `evidence/${id}`,
    facts: { assessment: assessment.id, criterion },
    ...(input.verdict === "dismiss" ? { values: { reason: input.reason } } : {}),
  });
  return evidenceView(row);
}
