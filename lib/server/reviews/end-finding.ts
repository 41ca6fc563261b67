import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { openCriterion } from "../assessments/open-criterion";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";

export const endFindingSchema = z.strictObject({ criterion: z.string().min(1).max(200) });

/**
 * Takes the actor's own finding back; the audit log keeps what it said.
 * @throws Problem not-found, conflict (approved)
 */
export async function endFinding(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion }: z.output<typeof endFindingSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId, id: assessmentId } = await openCriterion(db, actor, slug, criterion);
  const { count } = await db.finding.deleteMany({
    where: { organizationId, assessmentId, criterion, madeBy: actor.userId },
  });
  if (count === 0) throw notFound("The finding");
  await tellClients(db, "findings", { assessment: assessmentId, criterion });
  audit({ action: "findings.end", object: `assessment/${assessmentId}`, facts: { criterion } });
  return null;
}
