import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { approved } from "../assessments/open-criterion";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";

/**
 * The assessment, held until the transaction ends: steps of its review come one after the other, and what is being saved is
 * either committed and seen, or refused.
 * @throws Problem not-found, conflict (approved)
 */
export async function lockAssessment(db: ScopedDb, actor: Actor, slug: string): Promise<Assessment> {
  const assessment = await lockAnyState(db, actor, slug);
  if (assessment.state === "approved") throw approved();
  return assessment;
}

/** The same in whatever state. @throws Problem not-found */
export async function lockAnyState(db: ScopedDb, actor: Actor, slug: string): Promise<Assessment> {
  const { id } = await findAssessment(db, actor, slug);
  await db.$queryRaw`SELECT id FROM assessments WHERE id = ${id}::uuid FOR UPDATE`;
  // Again: it may have changed while another had it.
  return findAssessment(db, actor, slug);
}
