import { dayNumber, dayOf, type TimeScale, timeScale } from "../charts/time-scale";
import type { ProjectedPoint } from "../charts/types";
import type { PlanItem, RoadmapPlan } from "./types";

/** A bar on the axis: shares of its length, cut where it runs out of the plan. */
export type TimelineBar = Readonly<{
  from: number;
  to: number;
  /** It begins before the first quarter; it ends after the last. */
  cutStart: boolean;
  cutEnd: boolean;
  /** Up to where it is worked off, by time: today for work in progress, its end for what is done. */
  worked: number;
}>;

export type TimelineRow = Readonly<{ item: PlanItem; bar: TimelineBar | null }>;
export type TimelineGroup = Readonly<{ pillar: string; rows: readonly TimelineRow[] }>;
/** What must end before something else starts. */
export type TimelineLink = Readonly<{ from: string; to: string }>;

export type Timeline = Readonly<{
  scale: TimeScale;
  /** Share of the axis; null when today isn't on it. */
  today: number | null;
  groups: readonly TimelineGroup[];
  links: readonly TimelineLink[];
}>;

/**
 * Lays a plan out on an axis from the first day of its first quarter to the last day of its last: groups by pillar, rows
 * by start.
 *
 * @param pillars ids in the order of the model
 * @param today YYYY-MM-DD
 */
export function timelineOf(plan: RoadmapPlan, pillars: readonly string[], today: string): Timeline {
  const first = plan.quarters[0]?.start ?? today;
  const scale = timeScale({ from: first, to: dayAfter(plan.quarters.at(-1)?.end ?? today) });
  const groups = pillars.flatMap((pillar) => {
    const rows = plan.items
      .filter((item) => item.pillar === pillar)
      .map((item) => ({ item, bar: barOf(item, scale, today) }));
    return rows.length === 0 ? [] : [{ pillar, rows }];
  });
  const links = plan.items.flatMap(({ initiative, after }) => after.map((from) => ({ from, to: initiative })));
  const at = scale.at(today);
  return { scale, today: at >= 0 && at <= 1 ? at : null, groups, links };
}

/**
 * The projected overall level as a stair: from today, or from the first quarter where that lies ahead, with what is marked
 * done by then, and up at the end of each initiative within the plan. Empty without a score, and for a plan that is past.
 */
export function levelSteps(plan: RoadmapPlan, today: string): readonly ProjectedPoint[] {
  const now = plan.now.overall?.level;
  const last = plan.quarters.at(-1)?.end;
  const first = plan.quarters[0]?.start;
  if (now === undefined || first === undefined || last === undefined || today > last) return [];
  const done = plan.items.filter(({ state }) => state === "done");
  const ahead = plan.items
    .flatMap(({ state, end, gain }) => (state === "done" || end === null || end > last ? [] : [{ end, gain }]))
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
  let level = now + done.reduce((sum, { gain }) => sum + gain, 0);
  const steps: ProjectedPoint[] = [{ day: today, level }];
  for (const { end, gain } of ahead) {
    level += gain;
    steps.push({ day: dayAfter(end), level });
  }
  const before = steps.findLast(({ day }) => day <= first);
  return before ? [{ ...before, day: first }, ...steps.filter(({ day }) => day > first)] : steps;
}

function barOf({ start, end, state }: PlanItem, scale: TimeScale, today: string): TimelineBar | null {
  if (start === null || end === null) return null;
  const from = scale.at(start);
  const to = scale.at(dayAfter(end));
  if (to <= 0 || from >= 1) return null;
  const worked = state === "done" ? to : state === "in-progress" ? Math.min(scale.at(today), to) : from;
  const cut = (share: number) => Math.min(Math.max(share, 0), 1);
  return { from: cut(from), to: cut(to), cutStart: from < 0, cutEnd: to > 1, worked: cut(worked) };
}

/** The next calendar day: where a span that ends on `day` ends on an axis. */
export function dayAfter(day: string): string {
  return dayOf(dayNumber(day) + 1);
}
