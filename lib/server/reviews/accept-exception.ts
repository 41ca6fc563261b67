import { z } from "zod";
import type { ExceptionView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { openCriterion } from "../assessments/open-criterion";
import { exceptionView } from "../assessments/put-exception";
import { requireOtherThanAuthor } from "../assessments/who-answered";
import { isoDay, today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";

/** `createdAt` names the proposal that was seen, in ms since 1970. */
export const acceptExceptionSchema = z.strictObject({
  criterion: z.string().min(1).max(200),
  createdAt: z.number().int(),
});

/**
 * Accepts a proposed exception as it was seen: by somebody who neither proposed it nor answered the criterion.
 * @throws Problem not-found, forbidden (own), conflict (it changed, has lapsed, or the assessment is approved)
 */
export async function acceptException(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion, createdAt }: z.output<typeof acceptExceptionSchema>,
  audit: (note: AuditNote) => void,
): Promise<ExceptionView> {
  const assessment = await openCriterion(db, actor, slug, criterion);
  const { organizationId, id: assessmentId } = assessment;
  const where = { organizationId_assessmentId_criterion: { organizationId, assessmentId, criterion } };
  // Held first: one that is being proposed anew is what is read next, or waits.
  await db.$queryRaw`
    SELECT criterion FROM exceptions
     WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${assessmentId}::uuid AND criterion = ${criterion} FOR UPDATE`;
  const row = await db.exception.findUnique({ where });
  if (!row) throw notFound("The exception");
  await requireOtherThanAuthor(db, actor, assessment, criterion, [row.createdBy]);
  if (row.createdAt.getTime() !== createdAt) {
    throw new Problem("conflict", "This exception has changed since you saw it. Look again.");
  }
  if (isoDay(row.expires) <= today()) {
    throw new Problem("conflict", "This exception has lapsed. Give it a day to come first, or end it.");
  }
  const accepted = await db.exception.update({
    where,
    data: { acceptedBy: actor.userId, acceptedAt: new Date() },
  });
  await tellClients(db, "exceptions", { assessment: assessmentId, criterion });
  audit({ action: "exceptions.accept", object: `assessment/${assessmentId}`, facts: { criterion } });
  return exceptionView(accepted);
}
