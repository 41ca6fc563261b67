import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { openCriterion } from "../assessments/open-criterion";
import { requireOtherThanAuthor } from "../assessments/who-answered";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";

/** `print` is the queue's own, and stands for what was seen. */
export const markReviewedSchema = z.strictObject({
  criterion: z.string().min(1).max(200),
  print: z.string().min(1).max(200),
});

/**
 * Lets a claim stand as it was seen: it leaves the queue until it, or what stands behind it, changes. Not by who answered.
 * @throws Problem not-found, forbidden (own), conflict (approved)
 */
export async function markReviewed(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion, print }: z.output<typeof markReviewedSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const assessment = await openCriterion(db, actor, slug, criterion);
  await requireOtherThanAuthor(db, actor, assessment, criterion);
  const { organizationId, id: assessmentId, round } = assessment;
  const key = { organizationId, assessmentId, round, criterion };
  const data = { print, madeBy: actor.userId, madeAt: new Date() };
  await db.reviewMark.upsert({
    where: { organizationId_assessmentId_round_criterion: key },
    create: { ...key, ...data },
    update: data,
  });
  audit({ action: "review.mark", object: `assessment/${assessmentId}`, facts: { criterion, round } });
  return null;
}

export const unmarkReviewedSchema = z.strictObject({ criterion: z.string().min(1).max(200) });

/**
 * Takes the mark of this round back: the claim stands in the queue again.
 * @throws Problem not-found, conflict (approved)
 */
export async function unmarkReviewed(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion }: z.output<typeof unmarkReviewedSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId, id: assessmentId, round } = await openCriterion(db, actor, slug, criterion);
  const { count } = await db.reviewMark.deleteMany({ where: { organizationId, assessmentId, round, criterion } });
  if (count === 0) throw notFound("The mark");
  audit({ action: "review.unmark", object: `assessment/${assessmentId}`, facts: { criterion, round } });
  return null;
}
