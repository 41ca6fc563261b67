import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { openCriterion } from "../assessments/open-criterion";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment, Evidence } from "../platform/database/generated/client";
import { notFound } from "../platform/problem";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A piece of evidence whose criterion the actor works on, in an assessment that may still change.
 * @throws Problem not-found, conflict (approved)
 */
export async function findEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  id: string,
): Promise<Readonly<{ assessment: Assessment; evidence: Evidence }>> {
  const { id: assessmentId } = await findAssessment(db, actor, slug);
  const evidence = UUID.test(id) ? await db.evidence.findFirst({ where: { id, assessmentId } }) : null;
  if (!evidence) throw notFound("The evidence");
  return { assessment: await openCriterion(db, actor, slug, evidence.criterion), evidence };
}

/** The key of one piece of evidence. */
export function evidenceKey({ organizationId, id }: Pick<Evidence, "organizationId" | "id">) {
  return { organizationId_id: { organizationId, id } };
}
