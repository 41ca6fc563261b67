import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { createAssessmentSchema } from "./create-assessment";
import { findAssessment } from "./find-assessment";
import { targetSchema } from "./read-assessment";

export const editAssessmentSchema = createAssessmentSchema
  .omit({ target: true })
  .partial()
  .extend({ target: targetSchema.optional() })
  .refine((change) => Object.keys(change).length > 0, "Nothing to change was sent.");

/** Changes name, scope, profile, sizes or target. @throws Problem not-found */
export async function editAssessment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  change: z.output<typeof editAssessmentSchema>,
  audit: (note: AuditNote) => void,
): Promise<{ slug: string }> {
  const assessment = await findAssessment(db, actor, slug);
  const where = { organizationId_id: { organizationId: assessment.organizationId, id: assessment.id } };
  await db.assessment.update({ where, data: change });
  audit({ action: "assessment.edit", object: `assessment/${assessment.id}`, facts: { fields: Object.keys(change) }, values: { after: change } });
  return { slug };
}
