import type { Effort } from "../planning/effort";
import type { ItemState, PlanItem, RoadmapPlan, TargetReached, Unplaced, WhyUnplaced } from "../planning/types";
import { formatCount, formatDay, formatDayShort, formatGain, formatLevel, formatNames, formatNumberOf } from "./format";

export const STATE_WORDS: Readonly<Record<ItemState, string>> = {
  open: "Open",
  "in-progress": "In progress",
  done: "Done",
  dropped: "Dropped",
};

/** What a plan's order rests on, said wherever a plan is shown. */
export const PLAN_ORDER = "Ordered by gain per person-day";

/** Person-days with half days where there are any: "3.5 d", "1,204 d". */
export function formatDays(days: number): string {
  return `${figure(days)}\u00a0d`;
}

/** Person-days in a sentence: "1 person-day", "3.5 person-days". */
export function personDays(days: number): string {
  return `${figure(days)} ${days === 1 ? "person-day" : "person-days"}`;
}

/** "16 to 66 person-days, most likely 33". */
export function effortWords({ low, likely, high }: Effort): string {
  return low === high
    ? personDays(likely)
    : `${figure(low)} to ${figure(high)} person-days, most likely ${figure(likely)}`;
}

/** The rise by an initiative: "+0.11", and "under +0.01" where two decimals would say that it brings nothing. */
export function gainWords(gain: number): string {
  return gain > 1e-9 && formatLevel(gain) === "0.00" ? "under +0.01" : formatGain(gain);
}

/** First and last day, the year once where it is the same: "4 Jan to 28 Feb 2027". Empty for days nobody noted. */
export function spanWords({ start, end }: Pick<PlanItem, "start" | "end">): string {
  if (start === null || end === null) return "";
  const from = start.slice(0, 4) === end.slice(0, 4) ? formatDayShort(start) : formatDay(start);
  return `${from} to ${formatDay(end)}`;
}

/** An initiative in the plan whole: "Close open stores: Advanced, in progress, late, 4 Jan to 28 Feb 2027, 34 person-days". */
export function planItemWords(item: PlanItem, stage: string): string {
  const parts = [stage];
  if (item.state !== "open") parts.push(STATE_WORDS[item.state].toLowerCase());
  if (item.late) parts.push("late");
  if (item.tooEarlyFor.length > 0) parts.push("starts before what it builds on has ended");
  parts.push(spanWords(item) || "days not noted", personDays(item.days));
  return `${item.title}: ${parts.join(", ")}`;
}

/** When a target is reached, or what is missing: "end of Q3 28", "reached today", "0.14 short". */
export function targetWords({ reached, quarter, target, level }: TargetReached): string {
  if (reached === "today") return "reached today";
  if (reached === "planned") return `end of ${quarter}`;
  return `${formatLevel(target - level)} short`;
}

/** What the plan takes and where it leads, computed from it. Empty when nothing can be scored. */
export function outlookSentence(plan: RoadmapPlan, pillarName: (id: string) => string): string {
  const now = plan.now.overall;
  const last = plan.quarters.at(-1);
  const end = last?.levels?.overall;
  if (!now || !last) return "";
  if (!end) return "All quarters of this plan are past. Choose a later first quarter.";
  const planned = plan.items.filter(({ state }) => state !== "done");
  const days = planned.reduce((sum, item) => sum + item.days, 0);
  const work =
    planned.length === 0
      ? "Nothing is planned"
      : `${formatNumberOf(planned.length, "initiative")} with ${personDays(days)}`;
  const leads =
    formatLevel(now.level) === formatLevel(end.level)
      ? `; the level stays at ${formatLevel(end.level)}`
      : ` ${planned.length === 1 ? "leads" : "lead"} from ${formatLevel(now.level)} to ${formatLevel(end.level)} by the end of ${last.label}`;
  return [`${work}${leads}.`, targetsSentence(plan.targets, pillarName)].filter(Boolean).join(" ");
}

/** "2 of 6 targets are reached by then; Infrastructure is farthest, 0.56 short." */
export function targetsSentence(targets: readonly TargetReached[], pillarName: (id: string) => string): string {
  if (targets.length === 0) return "";
  const missed = targets.filter(({ reached }) => reached === "not-reached");
  const late = targets.filter(({ reached, onTime }) => reached === "planned" && onTime === false);
  if (missed.length === 0) {
    const all =
      targets.length === 1 ? "Its target is reached by then" : `All ${targets.length} targets are reached by then`;
    return late.length === 0 ? `${all}.` : `${all}, ${formatNames(late.map(({ pillar }) => pillarName(pillar)))} late.`;
  }
  const farthest = missed.reduce((worst, next) =>
    next.target - next.level > worst.target - worst.level ? next : worst,
  );
  const count = targets.length - missed.length;
  return `${formatCount(count)} of ${formatNumberOf(targets.length, "target")} ${count === 1 ? "is" : "are"} reached by then; ${pillarName(farthest.pillar)} is farthest, ${targetWords(farthest)}.`;
}

/** Why an initiative isn't in the plan, as a sentence. */
export function whyWords(why: WhyUnplaced, titleOf: (id: string) => string): string {
  switch (why.kind) {
    case "dropped":
      return "Dropped.";
    case "met":
      return "All that it delivers is met already.";
    case "no-target":
      return "Its pillar has no target.";
    case "not-needed":
      return "The targets are reached without it.";
    case "no-gain":
      return "It raises no level: what it delivers counts only above a stage that stays empty, or others deliver it.";
    case "waits":
      return `Waits for “${titleOf(why.needs)}”. ${becauseWords(why.because, titleOf)}`;
    case "too-large":
      return `Fits from ${personDays(why.capacity)} a quarter on.`;
    case "too-long":
      return `Takes ${formatNumberOf(why.weeks, "week")} and would end after the last quarter.`;
    case "no-room":
      return "Work with more gain per person-day takes the room.";
  }
}

function becauseWords(why: WhyUnplaced, titleOf: (id: string) => string): string {
  const reason = whyWords(why, titleOf);
  if (why.kind === "waits") return reason;
  return why.kind === "dropped" ? "That is dropped." : `Of that: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
}

/** Kinds of reasons in the order in which they are listed, and what stands over them. */
export const WHY_HEADINGS = [
  ["too-large", "Larger than the capacity"],
  ["too-long", "End after the last quarter"],
  ["no-room", "No room in these quarters"],
  ["no-gain", "No gain by now"],
  ["dropped", "Dropped, or built on what is dropped"],
  ["met", "Fixed, and met already"],
  ["no-target", "Their pillar has no target"],
  ["not-needed", "Not needed for the targets"],
] as const satisfies readonly (readonly [Exclude<WhyUnplaced["kind"], "waits">, string])[];

/** What keeps an initiative out in the end: of one that waits, what keeps out the one it waits for. */
export function rootOf(why: WhyUnplaced): Exclude<WhyUnplaced["kind"], "waits"> {
  return why.kind === "waits" ? rootOf(why.because) : why.kind;
}

/** The initiatives that aren't in a plan, by what keeps them out. */
export function groupUnplaced(
  unplaced: readonly Unplaced[],
): readonly Readonly<{ kind: (typeof WHY_HEADINGS)[number][0]; heading: string; entries: readonly Unplaced[] }>[] {
  return WHY_HEADINGS.flatMap(([kind, heading]) => {
    const entries = unplaced.filter(({ why }) => rootOf(why) === kind);
    return entries.length === 0 ? [] : [{ kind, heading, entries }];
  });
}

function figure(days: number): string {
  return Number.isInteger(days) ? formatCount(days) : `${formatCount(days)}.5`;
}
