import type { Questionnaire } from "../../core/content/types";
import { quarterStart } from "../../core/planning/calendar";
import { ITEM_STATES, type PlanItemView, type PlanSettingsView } from "../../core/planning/plan-view";
import type { Decision, PlanInstance } from "../../core/planning/types";
import type { AssessmentState } from "../assessments/read-assessment";
import { namesOf } from "../people/names-of";
import { isoDay, today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment, PlanItem, Plan as PlanRow } from "../platform/database/generated/client";

/** Two people full-time for about three of five days: a plan to begin with, until somebody sets their own. */
const DEFAULT_CAPACITY = 120;
const DEFAULT_QUARTERS = 12;

/** The stored plan of an assessment: its calendar, and what people decided. */
export type StoredPlan = Readonly<{
  settings: PlanSettingsView;
  items: readonly PlanItemView[];
  /** The last change of settings or items; null where nobody has changed anything. */
  changed: Readonly<{ at: Date; by: string | null }> | null;
}>;

/** Reads what people decided of an assessment's plan; the defaults where they decided nothing. */
export async function readPlan(db: ScopedDb, assessment: Assessment): Promise<StoredPlan> {
  const where = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  const row = await db.plan.findUnique({
    where: { organizationId_assessmentId: where },
    include: { items: { orderBy: { initiative: "asc" } } },
  });
  if (!row) return { settings: { ...defaultPlan(), version: 0 }, items: [], changed: null };
  const newest = [row, ...row.items].reduce((a, b) => (b.updatedAt > a.updatedAt ? b : a));
  const names = await namesOf(db, [newest.updatedBy]);
  return {
    settings: settingsView(row),
    items: row.items.map(itemView),
    changed: { at: newest.updatedAt, by: names[newest.updatedBy] ?? null },
  };
}

/** What a plan is until somebody sets it: twelve quarters from the present one on. */
export function defaultPlan(): Omit<PlanSettingsView, "version"> {
  return { start: quarterStart(today()), quarters: DEFAULT_QUARTERS, capacity: DEFAULT_CAPACITY, rate: null };
}

/** Everything that the plan of an assessment depends on, for `planRoadmap`. */
export function planInstance(
  { stored, claims, target, sizes }: AssessmentState,
  { settings, items }: StoredPlan,
): PlanInstance {
  return {
    model: stored.model,
    claims,
    initiatives: stored.questionnaire.initiatives,
    sizes,
    targets: target.pillars,
    by: target.by,
    settings,
    decisions: knownItems(stored.questionnaire, items).map(decisionOf),
    today: today(),
  };
}

/** The items whose initiative this version has; what was decided of others is kept for when it has them again. */
export function knownItems(
  { initiatives }: Pick<Questionnaire, "initiatives">,
  items: readonly PlanItemView[],
): readonly PlanItemView[] {
  const known = new Set(initiatives.map(({ id }) => id));
  return items.filter(({ initiative }) => known.has(initiative));
}

/** What a stored row decides. */
export function decisionOf({ initiative, state, owner, startsOn, endsOn }: PlanItemView): Decision {
  return { initiative, state, owner, startsOn: startsOn ?? undefined, endsOn: endsOn ?? undefined };
}

/** A plan's row as clients get it. */
export function settingsView({ start, quarters, capacity, dayRate, currency, version }: PlanRow): PlanSettingsView {
  const rate = dayRate === null || currency === null ? null : { amount: dayRate, currency };
  return { start: isoDay(start), quarters, capacity, rate, version };
}

/** A plan item's row as clients get it. */
export function itemView({ initiative, state, owner, startsOn, endsOn, note, version }: PlanItem): PlanItemView {
  return {
    initiative,
    state: ITEM_STATES.find((known) => known === state) ?? "open",
    owner,
    startsOn: startsOn && isoDay(startsOn),
    endsOn: endsOn && isoDay(endsOn),
    note,
    version,
  };
}
