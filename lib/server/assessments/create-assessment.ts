import { randomBytes } from "node:crypto";
import { z } from "zod";
import { SCOPE_KINDS } from "../../core/words/scope-kind";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { newestQuestionnaire } from "../content/newest-questionnaire";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { slugOf } from "../organizations/slug";
import type { ScopedDb } from "../platform/database/client";
import { checkScope } from "./check-scope";
import { fillAssessment, fillSourceSchema } from "./fill-assessment";
import { profileSchema, sizesSchema, targetSchema } from "./read-assessment";

/** Two thirds of the way to advanced and beyond: a target that a three-year programme can reach. */
export const DEFAULT_TARGET_LEVEL = 2.4;

export const assessmentName = z.string().trim().min(2, "Give the round a name, such as “2026 round”.").max(80);
export const assessmentScope = z.string().trim().min(2, "Say what part of the organization is assessed.").max(120);

export const assessmentScopeKind = z.enum(SCOPE_KINDS.map(({ id }) => id));

export const createAssessmentSchema = z.strictObject({
  name: assessmentName,
  scope: assessmentScope,
  scopeKind: assessmentScopeKind.default("organization"),
  profile: profileSchema.default({}),
  sizes: sizesSchema.strict().default({}),
  target: targetSchema.optional(),
  /** The newest version of the six pillars unless another one is named. */
  content: z.strictObject({ questionnaire: z.string().max(100), version: z.string().max(40) }).optional(),
  /** Where its first answers come from. */
  from: fillSourceSchema.optional(),
});

type Parsed = z.output<typeof createAssessmentSchema>;
type CreateInput = Omit<Parsed, "scopeKind"> & Partial<Pick<Parsed, "scopeKind">>;

/**
 * Begins an assessment on the newest questionnaire, or on one that is named, empty or with answers that are there already.
 * @returns its part of the address, and how many answers it begins with
 * @throws Problem invalid when profile, target or picks don't fit the questionnaire; not-found when that, or what is to be copied,
 *   isn't there for the actor
 */
export async function createAssessment(
  db: ScopedDb,
  actor: Actor,
  input: CreateInput,
  audit: (note: AuditNote) => void,
): Promise<{ slug: string; id: string; answers: number }> {
  const { questionnaire } = input.content
    ? await storedQuestionnaire(db, input.content.questionnaire, input.content.version)
    : await newestQuestionnaire(db);
  checkScope(questionnaire, input);
  const pillars = Object.fromEntries(questionnaire.pillars.map(({ id }) => [id, DEFAULT_TARGET_LEVEL]));
  const slug = await freeSlug(db, input.name);
  const created = await db.assessment.create({
    data: {
      organizationId: actor.organizationId,
      slug,
      name: input.name,
      scope: input.scope,
      scopeKind: input.scopeKind ?? "organization",
      questionnaire: questionnaire.id,
      version: questionnaire.version,
      profile: input.profile,
      sizes: input.sizes,
      target: input.target ?? { pillars },
      createdBy: actor.userId,
    },
  });
  const content = { questionnaire: questionnaire.id, version: questionnaire.version };
  const { name, scope, scopeKind, profile, sizes, target } = created;
  audit({
    action: "assessment.create",
    object: `assessment/${created.id}`,
    facts: { slug, ...content },
    values: { after: { name, scope, scopeKind, profile, sizes, target } },
  });
  const answers = input.from ? await fillAssessment(db, actor, created, input.from, audit) : 0;
  return { slug, id: created.id, answers };
}

async function freeSlug(db: ScopedDb, name: string): Promise<string> {
  const wanted = slugOf(name).replace(/^organization-/, "round-");
  const taken = await db.assessment.count({ where: { slug: wanted } });
  return taken > 0 || wanted === "new" ? `${wanted}-${randomBytes(2).toString("hex")}` : wanted;
}
