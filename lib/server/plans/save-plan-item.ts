import { z } from "zod";
import { ITEM_STATES, type PlanItemView, type PlanSettingsView } from "../../core/planning/plan-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { defaultPlan, itemView, settingsView } from "./read-plan";

const day = z.iso.date("Give a day as YYYY-MM-DD.").nullable().default(null);

/** All that people decide of an initiative; what isn't named is taken back. */
export const savePlanItemSchema = z
  .strictObject({
    /** The version that the change was made on; 0 where nothing was decided yet. */
    base: z.number().int().min(0),
    state: z.enum(ITEM_STATES),
    owner: z.string().trim().max(120, "A name holds at most 120 characters.").default(""),
    startsOn: day,
    endsOn: day,
    note: z.string().max(20_000, "A note holds at most 20,000 characters.").default(""),
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || endsOn >= startsOn, {
    message: "It can't end before it starts.",
    path: ["endsOn"],
  });

export type SavedItem = Readonly<{ item: PlanItemView; settings: PlanSettingsView }>;

/**
 * Saves what people decided of one initiative. The first decision makes the plan, with its default calendar; the
 * settings come back for that.
 * @throws Problem not-found (assessment, or an initiative that its questionnaire doesn't have); conflict when somebody
 *   decided otherwise since, with their row as `current`
 */
export async function savePlanItem(
  db: ScopedDb,
  actor: Actor,
  { assessment: slug, initiative }: Readonly<{ assessment: string; initiative: string }>,
  { base, ...decided }: z.output<typeof savePlanItemSchema>,
  audit: (note: AuditNote) => void,
): Promise<SavedItem> {
  const assessment = await findAssessment(db, actor, slug);
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  if (!questionnaire.initiatives.some(({ id }) => id === initiative)) throw notFound("The initiative");

  const plan = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  const { start, rate: _, ...calendar } = defaultPlan();
  const first = { ...plan, ...calendar, start: new Date(start), updatedBy: actor.userId };
  await db.plan.createMany({ data: [first], skipDuplicates: true });
  const settings = await db.plan.findUniqueOrThrow({ where: { organizationId_assessmentId: plan } });

  const key = { ...plan, initiative };
  const data = {
    ...decided,
    startsOn: decided.startsOn && new Date(decided.startsOn),
    endsOn: decided.endsOn && new Date(decided.endsOn),
    updatedBy: actor.userId,
    updatedAt: new Date(),
  };
  const { count } =
    base === 0
      ? await db.planItem.createMany({ data: [{ ...key, ...data, version: 1 }], skipDuplicates: true })
      : await db.planItem.updateMany({ where: { ...key, version: base }, data: { ...data, version: base + 1 } });
  if (count === 0) {
    const row = await db.planItem.findUnique({ where: { organizationId_assessmentId_initiative: key } });
    throw new Problem("conflict", "Somebody else changed this initiative meanwhile.", [], {
      current: row && itemView(row),
    });
  }
  await tellClients(db, "plan", { assessment: assessment.id, initiative, version: base + 1 });
  const { state, startsOn, endsOn, owner, note } = decided;
  audit({
    action: "plan.item",
    object: `assessment/${assessment.id}`,
    facts: { initiative, state, startsOn, endsOn, version: base + 1 },
    values: { owner, note },
  });
  return { item: { initiative, ...decided, version: base + 1 }, settings: settingsView(settings) };
}
