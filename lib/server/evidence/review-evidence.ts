import { z } from "zod";
import { evidencePrint } from "../../core/review/print";
import type { EvidenceView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { requireOtherThanAuthor } from "../assessments/who-answered";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { evidenceView } from "./evidence-rows";
import { holdEvidence, requireOpen } from "./find-evidence";
import { tellEvidence } from "./tell-evidence";

const seen = {
  /** Criteria of the piece that the word holds for. */
  criteria: z.array(z.string().min(1).max(200)).min(1).max(60),
  /** `evidencePrint` of what was seen of them. As long as the piece is: the door bounds it. */
  print: z.string().min(1),
};

/** Accepts, dismisses with a reason, or takes an earlier verdict back. */
export const reviewEvidenceSchema = z.discriminatedUnion("verdict", [
  z.strictObject({ verdict: z.literal("accept"), ...seen }),
  z.strictObject({ verdict: z.literal("dismiss"), reason: z.string().trim().min(1, "Say why.").max(2_000), ...seen }),
  z.strictObject({ verdict: z.literal("reopen"), ...seen }),
]);

/**
 * A reviewer's word on what a piece of evidence says of some or all of its criteria: accepted it counts, dismissed it
 * doesn't. It holds for what was seen. Neither who added it nor who answered the criterion may.
 * @returns a view for each criterion that the piece speaks to
 * @throws Problem not-found, forbidden (own), conflict (approved; it changed meanwhile: the details hold it as it stands)
 */
export async function reviewEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  id: string,
  input: z.output<typeof reviewEvidenceSchema>,
  audit: (note: AuditNote) => void,
): Promise<readonly EvidenceView[]> {
  const { assessment, rows } = await holdEvidence(db, actor, slug, id);
  const named = input.criteria;
  const of = rows.filter(({ criterion }) => named.includes(criterion));
  if (of.length < named.length) throw notFound("The criterion");
  await requireOpen(db, actor, slug, of);
  if (evidencePrint(of.map(evidenceView)) !== input.print) {
    const current = rows.map(evidenceView);
    throw new Problem("conflict", "This evidence has changed since you saw it. Look again.", [], { current });
  }
  for (const { criterion, addedBy } of of) await requireOtherThanAuthor(db, actor, assessment, criterion, [addedBy]);
  const accepted = input.verdict === "accept";
  const word = {
    acceptedBy: accepted ? actor.userId : null,
    acceptedAt: accepted ? new Date() : null,
    dismissedBy: input.verdict === "dismiss" ? actor.userId : null,
    dismissedReason: input.verdict === "dismiss" ? input.reason : null,
  };
  const { organizationId } = assessment;
  await db.evidenceCriterion.updateMany({
    where: { organizationId, evidenceId: id, criterion: { in: named } },
    data: word,
  });
  await tellEvidence(db, assessment.id, id, of);
  audit({
    action: `evidence.${input.verdict}`,
    object: `evidence/${id}`,
    facts: { assessment: assessment.id, criteria: named },
    ...(input.verdict === "dismiss" ? { values: { reason: input.reason } } : {}),
  });
  return rows.map((row) => evidenceView(named.includes(row.criterion) ? { ...row, ...word } : row));
}
