import { topicOfCriterion } from "../../core/walk/outline";
import { type Answerable, isAnswerable } from "../../core/walk/walk-data";
import type { Actor } from "../access/roles";
import { pillarOfCriterion } from "../content/asked-criteria";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { notFound, Problem } from "../platform/problem";
import { findAssessment } from "./find-assessment";

/**
 * The assessment in which a criterion may be worked on: it exists in the questionnaire, the assessment isn't approved,
 * and an assessor works on the criterion's pillar.
 * @throws Problem not-found, or conflict where the assessment is approved
 */
export async function openCriterion(db: ScopedDb, actor: Actor, slug: string, criterion: string): Promise<Assessment> {
  const assessment = await findAssessment(db, actor, slug);
  const pillar = await pillarOfCriterion(db, assessment, criterion);
  const answerable = await answerableParts(db, actor, assessment);
  if (!pillar || !isAnswerable(answerable, topicOfCriterion(criterion), pillar)) throw notFound("The criterion");
  await holdOpen(db, assessment);
  return assessment;
}

/**
 * Keeps an assessment from being approved until this transaction ends.
 * @throws Problem conflict where it is approved
 */
export async function holdOpen(db: ScopedDb, { id }: Pick<Assessment, "id">): Promise<void> {
  const [row] = await db.$queryRaw<{ state: string }[]>`SELECT state FROM assessments WHERE id = ${id}::uuid FOR SHARE`;
  if (row?.state === "approved") throw approved();
}

/** Said of whatever would change what was approved. */
export function approved(): Problem {
  return new Problem("conflict", "This assessment is approved and no longer changes. Reopen it for the next round.");
}

/**
 * Pillars and topics that the actor works on: an assessor those that are assigned and not ended, everybody else all.
 * SQL functions say the same in `works_on`.
 */
export async function answerableParts(
  db: ScopedDb,
  actor: Actor,
  assessment: Pick<Assessment, "id" | "organizationId" | "createdBy">,
): Promise<Answerable> {
  if (actor.role !== "assessor" || assessment.createdBy === actor.userId) return "all";
  const { organizationId, id: assessmentId } = assessment;
  const rows = await db.assignment.findMany({
    where: { organizationId, assessmentId, userId: actor.userId, state: "open" },
  });
  if (rows.some(({ pillar }) => pillar === "*")) return "all";
  return rows.map(({ pillar, topic }) => (topic === "*" ? pillar : topic));
}
