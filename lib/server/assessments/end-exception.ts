import { z } from "zod";
import type { AuditNote } from "../access/audit";
import { type Actor, can } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { openCriterion } from "./open-criterion";

export const endExceptionSchema = z.strictObject({ criterion: z.string().min(1).max(200) });

/**
 * Ends an exception before its day; one that is only proposed is taken back by who proposed it. The audit log keeps what it said.
 * @throws Problem not-found, forbidden, conflict (approved)
 */
export async function endException(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion }: z.output<typeof endExceptionSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const assessment = await openCriterion(db, actor, slug, criterion);
  const key = { organizationId: assessment.organizationId, assessmentId: assessment.id, criterion };
  const row = await db.exception.findUnique({ where: { organizationId_assessmentId_criterion: key } });
  if (!row) throw notFound("The exception");
  const takesBack = row.acceptedBy === null && row.createdBy === actor.userId;
  if (!takesBack && !can(actor, "evidence.accept")) {
    throw new Problem("forbidden", "Who proposed it can take it back until it is accepted; then a reviewer ends it.");
  }
  await db.exception.delete({ where: { organizationId_assessmentId_criterion: key } });
  await tellClients(db, "exceptions", { assessment: assessment.id, criterion });
  const { owner, reason, risk } = row;
  audit({
    action: "exceptions.end",
    object: `assessment/${assessment.id}`,
    facts: { criterion },
    values: { owner, reason, risk },
  });
  return null;
}
