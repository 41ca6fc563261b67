import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { notFound } from "../platform/problem";

/**
 * The assessment of that name that the actor may see. An assessor sees what is assigned to them or their own; the rest is not found.
 * @throws Problem not-found
 */
export async function findAssessment(db: ScopedDb, actor: Actor, slug: string): Promise<Assessment> {
  const assessment = await db.assessment.findFirst({ where: { slug, ...visibleTo(actor) } });
  if (!assessment) throw notFound("The assessment");
  return assessment;
}

/** The condition that narrows a query to the assessments an actor may see; SQL functions say the same in `sees_by_assignment`. */
export function visibleTo(actor: Actor) {
  if (actor.role !== "assessor") return { organizationId: actor.organizationId };
  return {
    organizationId: actor.organizationId,
    OR: [{ createdBy: actor.userId }, { assignments: { some: { userId: actor.userId, state: { not: "returned" } } } }],
  };
}
