import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { openCriterion } from "../assessments/open-criterion";
import type { ScopedDb } from "../platform/database/client";
import type { Question } from "../platform/database/generated/client";
import { notFound } from "../platform/problem";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A question on a criterion that the actor works on, in an assessment that may still change.
 * @throws Problem not-found, conflict (approved)
 */
export async function findQuestion(db: ScopedDb, actor: Actor, slug: string, id: string): Promise<Question> {
  const { id: assessmentId } = await findAssessment(db, actor, slug);
  const question = UUID.test(id) ? await db.question.findFirst({ where: { id, assessmentId } }) : null;
  if (!question) throw notFound("The question");
  await openCriterion(db, actor, slug, question.criterion);
  return question;
}

/** The key of one question. */
export function questionKey({ organizationId, id }: Pick<Question, "organizationId" | "id">) {
  return { organizationId_id: { organizationId, id } };
}
