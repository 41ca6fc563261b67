import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { checkScope } from "./check-scope";
import { assessmentName, assessmentScope } from "./create-assessment";
import { findAssessment } from "./find-assessment";
import { profileSchema, sizesSchema, targetSchema } from "./read-assessment";

/** Each field replaces what stood there; what isn't named stays. (Not a partial of the create schema, whose defaults would empty it.) */
export const editAssessmentSchema = z
  .strictObject({
    name: assessmentName.optional(),
    scope: assessmentScope.optional(),
    profile: profileSchema.optional(),
    sizes: sizesSchema.optional(),
    target: targetSchema.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "Nothing to change was sent.");

type Change = z.output<typeof editAssessmentSchema>;

/**
 * Changes name, scope, profile, sizes or target.
 * @throws Problem not-found; invalid when profile or target don't fit the questionnaire; conflict when it is approved
 */
export async function editAssessment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  change: Change,
  audit: (note: AuditNote) => void,
): Promise<{ slug: string }> {
  const assessment = await findAssessment(db, actor, slug);
  if (assessment.state === "approved") {
    throw new Problem("conflict", "This assessment is approved: what it was made on stays as it is.");
  }
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  checkScope(questionnaire, change);
  const where = { organizationId_id: { organizationId: assessment.organizationId, id: assessment.id } };
  await db.assessment.update({ where, data: change });
  const fields = FIELDS.filter((field) => change[field] !== undefined);
  audit({
    action: "assessment.edit",
    object: `assessment/${assessment.id}`,
    facts: { fields },
    values: {
      before: Object.fromEntries(fields.map((field) => [field, assessment[field]])),
      after: Object.fromEntries(fields.map((field) => [field, change[field]])),
    },
  });
  return { slug };
}

const FIELDS = ["name", "scope", "profile", "sizes", "target"] as const;
