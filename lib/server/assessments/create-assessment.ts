import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { listVersions } from "../content/load-questionnaires";
import { slugOf } from "../organizations/slug";
import type { ScopedDb } from "../platform/database/client";
import { profileSchema, sizesSchema, targetSchema } from "./read-assessment";

const QUESTIONNAIRE = "zero-trust";
/** Two thirds of the way to advanced and beyond: a target that a three-year programme can reach. */
const DEFAULT_TARGET_LEVEL = 2.4;

export const createAssessmentSchema = z.strictObject({
  name: z.string().trim().min(2, "Give the round a name, such as “2026 round”.").max(80),
  scope: z.string().trim().min(2, "Say what part of the organization is assessed.").max(120),
  profile: profileSchema.default({}),
  sizes: sizesSchema.default({}),
  target: targetSchema.optional(),
});

/** Begins an assessment on the newest questionnaire. @returns its part of the address */
export async function createAssessment(
  db: ScopedDb,
  actor: Actor,
  input: z.output<typeof createAssessmentSchema>,
  audit: (note: AuditNote) => void,
): Promise<{ slug: string; id: string }> {
  const version = listVersions(QUESTIONNAIRE).at(-1) ?? "1.0.0";
  const pillars = await pillarIds(db, version);
  const slug = await freeSlug(db, input.name);
  const created = await db.assessment.create({
    data: {
      organizationId: actor.organizationId,
      slug,
      name: input.name,
      scope: input.scope,
      questionnaire: QUESTIONNAIRE,
      version,
      profile: input.profile,
      sizes: input.sizes,
      target: input.target ?? { pillars: Object.fromEntries(pillars.map((pillar) => [pillar, DEFAULT_TARGET_LEVEL])) },
      createdBy: actor.userId,
    },
  });
  audit({ action: "assessment.create", object: `assessment/${created.id}`, facts: { slug, questionnaire: QUESTIONNAIRE, version } });
  return { slug, id: created.id };
}

async function pillarIds(db: ScopedDb, version: string): Promise<readonly string[]> {
  const rows = await db.questionnaireCriterion.findMany({ where: { questionnaire: QUESTIONNAIRE, version }, distinct: ["pillar"], select: { pillar: true } });
  return rows.map((row) => row.pillar);
}

async function freeSlug(db: ScopedDb, name: string): Promise<string> {
  const wanted = slugOf(name).replace(/^organization-/, "round-");
  const taken = await db.assessment.count({ where: { slug: wanted } });
  return taken > 0 || wanted === "new" ? `${wanted}-${randomBytes(2).toString("hex")}` : wanted;
}
