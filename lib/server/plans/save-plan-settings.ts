import { z } from "zod";
import { quarterStart } from "../../core/planning/calendar";
import { CAPACITY, type PlanSettingsView, QUARTERS } from "../../core/planning/plan-view";
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
});

/**
 * Saves a plan's calendar and capacity.
 * @throws Problem not-found; conflict when somebody saved another version since, with it as `current`
 */
export async function savePlanSettings(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { base, start, quarters, capacity }: z.output<typeof savePlanSettingsSchema>,
  audit: (note: AuditNote) => void,
): Promise<PlanSettingsView> {
  const assessment = await findAssessment(db, actor, slug);
  const key = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  const first = quarterStart(start);
  const data = { start: new Date(first), quarters, capacity, updatedBy: actor.userId, updatedAt: new Date() };
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
    facts: { start: first, quarters, capacity, version: base + 1 },
  });
  return { start: first, quarters, capacity, version: base + 1 };
}
