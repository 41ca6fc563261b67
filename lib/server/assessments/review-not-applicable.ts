import { z } from "zod";
import type { StoredAnswer } from "../../core/walk/entry";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { storedAnswer } from "./answer-row";
import { openCriterion } from "./open-criterion";
import { requireOtherThanAuthor } from "./who-answered";

const which = { criterion: z.string().min(1).max(200), base: z.number().int().min(1) };

/** Accepts "not applicable" as it stood at version `base`, or refuses it with a reason. */
export const reviewNotApplicableSchema = z.discriminatedUnion("verdict", [
  z.strictObject({ ...which, verdict: z.literal("accept") }),
  z.strictObject({ ...which, verdict: z.literal("refuse"), reason: z.string().trim().min(1, "Say why.").max(2_000) }),
]);

/**
 * A reviewer's word on "not applicable": accepted it leaves the criterion out of the scores; refused it becomes
 * unknown. Either is a version of the answer in its history.
 * @returns the answer as it stands now
 * @throws Problem not-found, forbidden (own answer), conflict (it changed meanwhile, or isn't "not applicable")
 */
export async function reviewNotApplicable(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  input: z.output<typeof reviewNotApplicableSchema>,
  audit: (note: AuditNote) => void,
): Promise<StoredAnswer> {
  const { criterion, base } = input;
  const assessment = await openCriterion(db, actor, slug, criterion);
  await requireOtherThanAuthor(db, actor, assessment, criterion);
  const key = { organizationId: assessment.organizationId, assessmentId: assessment.id, criterion };
  const now = new Date();
  const verdict =
    input.verdict === "accept"
      ? { acceptedBy: actor.userId, acceptedAt: now, how: "acceptance" }
      : { status: "unknown", reason: input.reason, acceptedBy: null, acceptedAt: null, how: "refusal" };
  const { count } = await db.answer.updateMany({
    where: { ...key, version: base, status: "not-applicable" },
    data: { ...verdict, version: base + 1, changedBy: actor.userId, changedAt: now },
  });
  const fresh = await db.answer.findUnique({ where: { organizationId_assessmentId_criterion: key } });
  if (count === 0 || !fresh) {
    const current = fresh ? storedAnswer(fresh) : null;
    throw new Problem("conflict", "This answer has changed since you saw it. Look again.", [], { current });
  }
  await db.answerRevision.create({ data: fresh });
  await tellClients(db, "answers", { assessment: assessment.id, answers: [{ criterion, version: fresh.version }] });
  audit({
    action: input.verdict === "accept" ? "answers.accept" : "answers.refuse",
    object: `assessment/${assessment.id}`,
    facts: { criterion, version: fresh.version },
    ...(input.verdict === "refuse" ? { values: { reason: input.reason } } : {}),
  });
  return storedAnswer(fresh);
}
