import { z } from "zod";
import { organizationShape } from "../../core/content/organization-data";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { checkScope } from "./check-scope";
import { assessmentName, assessmentScope, assessmentScopeKind } from "./create-assessment";
import { findAssessment } from "./find-assessment";
import { profileOf, sizesSchema, targetLevel, targetReason, targetSchema } from "./read-assessment";

const { people, devices, applications, servers, industry } = organizationShape;

/**
 * What is named changes and the rest stays, inside profile, sizes and target too, so that two people don't undo each other;
 * null takes something away. (Not a partial of the create schema, whose defaults would empty what isn't named.)
 */
export const editAssessmentSchema = z
  .strictObject({
    name: assessmentName.optional(),
    scope: assessmentScope.optional(),
    scopeKind: assessmentScopeKind.optional(),
    profile: z.record(z.string(), z.boolean().nullable()).optional(),
    sizes: z
      .strictObject({
        people: people.nullish(),
        devices: devices.nullish(),
        applications: applications.nullish(),
        servers: servers.nullish(),
        industry: industry.nullish(),
        "cloud-providers": organizationShape["cloud-providers"].nullish(),
        "remote-share": organizationShape["remote-share"].nullish(),
        "regulated-data": organizationShape["regulated-data"].nullish(),
      })
      .optional(),
    target: z
      .strictObject({
        pillars: z.record(z.string(), targetLevel.nullable()).optional(),
        reasons: z.record(z.string(), targetReason.nullable()).optional(),
        by: targetSchema.shape.by.nullable(),
      })
      .optional(),
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
  const { id, organizationId } = await findAssessment(db, actor, slug);
  // Two changes of one part wait for each other, because it is read and written as a whole.
  await db.$queryRaw`SELECT id FROM assessments WHERE id = ${id}::uuid FOR UPDATE`;
  const where = { organizationId_id: { organizationId, id } };
  const row = await db.assessment.findUniqueOrThrow({ where });
  if (row.state === "approved") {
    throw new Problem("conflict", "This assessment is approved: what it was made on stays as it is.");
  }
  const data = changed(row, change);
  const { questionnaire } = await storedQuestionnaire(db, row.questionnaire, row.version);
  checkScope(questionnaire, data);
  await db.assessment.update({ where, data });
  // Which topics count hangs on it in every walk that is open.
  if (data.profile) await tellClients(db, "content", { assessment: id });
  const fields = FIELDS.filter((field) => data[field] !== undefined);
  audit({
    action: "assessment.edit",
    object: `assessment/${id}`,
    facts: { fields },
    values: {
      before: Object.fromEntries(fields.map((field) => [field, row[field]])),
      after: Object.fromEntries(fields.map((field) => [field, data[field]])),
    },
  });
  return { slug };
}

const FIELDS = ["name", "scope", "scopeKind", "profile", "sizes", "target"] as const;

/** The columns that a change gives, each whole. */
function changed(row: Assessment, { name, scope, scopeKind, profile, sizes, target }: Change) {
  const before = targetSchema.parse(row.target);
  return {
    ...(name === undefined ? {} : { name }),
    ...(scope === undefined ? {} : { scope }),
    ...(scopeKind === undefined ? {} : { scopeKind }),
    ...(profile ? { profile: merged(profileOf(row), profile) } : {}),
    ...(sizes ? { sizes: merged(sizesSchema.parse(row.sizes), sizes) } : {}),
    ...(target
      ? {
          target: merged(
            {
              ...before,
              pillars: merged(before.pillars, target.pillars ?? {}),
              ...(target.reasons ? { reasons: merged(before.reasons ?? {}, target.reasons) } : {}),
            },
            { by: target.by },
          ),
        }
      : {}),
  };
}

/** What was there with what changes in it; null takes away, undefined says nothing. */
function merged<T extends object>(before: T, change: Readonly<{ [K in keyof T]?: T[K] | null }>): T {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const kept = Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as T; // the same keys, less those that are optional and were taken away
}
