import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { newestQuestionnaire } from "../content/newest-questionnaire";
import { slugOf } from "../organizations/slug";
import type { ScopedDb } from "../platform/database/client";
import { checkScope } from "./check-scope";
import { profileSchema, sizesSchema, targetSchema } from "./read-assessment";

/** Two thirds of the way to advanced and beyond: a target that a three-year programme can reach. */
export const DEFAULT_TARGET_LEVEL = 2.4;

export const assessmentName = z.string().trim().min(2, "Give the round a name, such as “2026 round”.").max(80);
export const assessmentScope = z.string().trim().min(2, "Say what part of the organization is assessed.").max(120);

export const createAssessmentSchema = z.strictObject({
  name: assessmentName,
  scope: assessmentScope,
  profile: profileSchema.default({}),
  sizes: sizesSchema.default({}),
  target: targetSchema.optional(),
});

/**
 * Begins an assessment on the newest questionnaire.
 * @returns its part of the address
 * @throws Problem invalid when profile or target don't fit the questionnaire
 */
export async function createAssessment(
  db: ScopedDb,
  actor: Actor,
  input: z.output<typeof createAssessmentSchema>,
  audit: (note: AuditNote) => void,
): Promise<{ slug: string; id: string }> {
  const { questionnaire } = await newestQuestionnaire(db);
  checkScope(questionnaire, input);
  const pillars = Object.fromEntries(questionnaire.pillars.map(({ id }) => [id, DEFAULT_TARGET_LEVEL]));
  const slug = await freeSlug(db, input.name);
  const created = await db.assessment.create({
    data: {
      organizationId: actor.organizationId,
      slug,
      name: input.name,
      scope: input.scope,
      questionnaire: questionnaire.id,
      version: questionnaire.version,
      profile: input.profile,
      sizes: input.sizes,
      target: input.target ?? { pillars },
      createdBy: actor.userId,
    },
  });
  const content = { questionnaire: questionnaire.id, version: questionnaire.version };
  const { name, scope, profile, sizes, target } = created;
  audit({
    action: "assessment.create",
    object: `assessment/${created.id}`,
    facts: { slug, ...content },
    values: { after: { name, scope, profile, sizes, target } },
  });
  return { slug, id: created.id };
}

async function freeSlug(db: ScopedDb, name: string): Promise<string> {
  const wanted = slugOf(name).replace(/^organization-/, "round-");
  const taken = await db.assessment.count({ where: { slug: wanted } });
  return taken > 0 || wanted === "new" ? `${wanted}-${randomBytes(2).toString("hex")}` : wanted;
}
