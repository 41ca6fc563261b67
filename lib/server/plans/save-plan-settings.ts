import { z } from "zod";
import { quarterStart } from "../../core/planning/calendar";
import { CAPACITY, DAY_RATE, type PlanSettingsView, QUARTERS } from "../../core/planning/plan-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { settingsView } from "./read-plan";

export const savePlanSettingsSchema = z.strictObject({
  /** The version that the change was made on; 0 where the plan was never saved. */
  base: z.number().int().min(0),
  /** Any day of the first quarter. */
  start: z.iso.date("Give a day as YYYY-MM-DD."),
  quarters: z
    .number()
    .int()
    .min(QUARTERS.least, `A plan has ${QUARTERS.least} quarters or more.`)
    .max(QUARTERS.most, `A plan has at most ${QUARTERS.most} quarters.`),
  capacity: z
    .number("Give whole person-days.")
    .int("Give whole person-days.")
    .min(CAPACITY.least, "A quarter needs a person-day or more.")
    .max(CAPACITY.most, "A quarter holds at most 10,000 person-days."),
  /** What a person-day costs; null takes it away, and without it it stays as it is. */
  rate: z
    .strictObject({
      amount: z
        .number("Give whole units of the currency.")
        .int("Give whole units of the currency.")
        .min(DAY_RATE.least, "A day costs 1 or more.")
        .max(DAY_RATE.most, "A day costs at most 1,000,000."),
      currency: z.string().regex(/^[A-Z]{3}$/, "Three letters, such as EUR."),
    })
    .nullable()
    .optional(),
});

/**
 * Saves a plan's calendar and capacity.
 * @throws Problem not-found; conflict when somebody saved another version since, with it as `current`
 */
export async function savePlanSettings(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { base, start, quarters, capacity, rate }: z.output<typeof savePlanSettingsSchema>,
  audit: (note: AuditNote) => void,
): Promise<PlanSettingsView> {
  const assessment = await findAssessment(db, actor, slug);
  const key = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  const first = quarterStart(start);
  const cost = rate === undefined ? {} : { dayRate: rate?.amount ?? null, currency: rate?.currency ?? null };
  const data = { start: new Date(first), quarters, capacity, ...cost, updatedBy: actor.userId, updatedAt: new Date() };
  const { count } =
    base === 0
      ? await db.plan.createMany({ data: [{ ...key, ...data, version: 1 }], skipDuplicates: true })
      : await db.plan.updateMany({ where: { ...key, version: base }, data: { ...data, version: base + 1 } });
  if (count === 0) {
    const row = await db.plan.findUnique({ where: { organizationId_assessmentId: key } });
    throw new Problem("conflict", "Somebody else changed the plan's calendar or capacity meanwhile.", [], {
      current: row && settingsView(row),
    });
  }
  await tellClients(db, "plan", { assessment: assessment.id, version: base + 1 });
  audit({
    action: "plan.settings",
    object: `assessment/${assessment.id}`,
    facts: { start: first, quarters, capacity, ...(rate === undefined ? {} : { rate }), version: base + 1 },
  });
  return settingsView(await db.plan.findUniqueOrThrow({ where: { organizationId_assessmentId: key } }));
}
