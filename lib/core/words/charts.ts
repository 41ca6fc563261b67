import { allTopics, heatmapCounts } from "../charts/heatmap";
import { dayNumber } from "../charts/time-scale";
import type {
  CapacityPeriod,
  HeatmapColumn,
  Levels,
  PillarDatum,
  ProjectedPoint,
  TagDatum,
  TopicDatum,
  TrendPoint,
} from "../charts/types";
import type { StageRef } from "../marks/stage-ref";
import { reachesTarget } from "../planning/project";
import {
  capitalise,
  formatBand,
  formatCount,
  formatDay,
  formatGain,
  formatLevel,
  formatNames,
  formatNumberOf,
} from "./format";

/** Words that every chart shares. */
export const CHART_WORDS = {
  table: "Table",
  gate: "gate",
  unknown: "partly not known yet",
  level: "Level",
  claimed: "Claimed",
  upTo: "Up to",
  verified: "Verified",
  last: "Last",
  target: "Target",
  stage: "Stage",
  pillar: "Pillar",
  topic: "Topic",
  date: "Date",
  snapshot: "Snapshot",
  projected: "Projected",
  span: "8 of 10 runs",
  pace: "At the present pace",
  period: "Period",
  used: "Used",
  capacity: "Capacity",
  personDays: "person-days",
  notKnown: "Not known yet",
  cause: "Cause",
  change: "Change",
  count: "Pieces",
} as const;

/** Strongest and weakest pillar and what rests on claims alone: "Devices leads Data by 0.83. 0.29 of the level rests on claims alone." */
export function pillarsSentence(
  pillars: readonly PillarDatum[],
  overall: Pick<Levels, "low" | "verified"> | null,
): string {
  const ranked = [...pillars].sort((a, b) => b.low - a.low);
  const first = ranked[0];
  const last = ranked.at(-1);
  if (!first || !last || !overall) return "No pillar is in scope.";
  const lead = formatLevel(first.low - last.low);
  const spread =
    lead === "0.00" ? "All pillars are at the same level." : `${first.name} leads ${last.name} by ${lead}.`;
  if (formatLevel(overall.low) === "1.00") return `${spread} Nothing above the first stage is claimed yet.`;
  const claims = formatLevel(overall.low - overall.verified);
  return claims === "0.00"
    ? `${spread} All of the level is verified.`
    : `${spread} ${claims} of the level rests on claims alone.`;
}

/** What a radar draws, and where the target is farthest: "Claimed, verified inside it, last, target. Data is 0.91 from its target." */
export function radarSentence(pillars: readonly PillarDatum[]): string {
  const parts = ["claimed", "verified inside it"];
  if (pillars.some((pillar) => pillar.last !== undefined)) parts.push("last snapshot");
  if (pillars.some((pillar) => pillar.target !== undefined)) parts.push("target dashed");
  const short = pillars
    .map((pillar) => ({ name: pillar.name, gap: (pillar.target ?? pillar.low) - pillar.low }))
    .reduce<{ name: string; gap: number } | null>(
      (worst, next) => (next.gap > (worst?.gap ?? 0.005) ? next : worst),
      null,
    );
  const drawn = `${capitalise(parts.join(", "))}.`;
  return short ? `${drawn} ${short.name} is farthest from its target: ${formatLevel(short.gap)} short.` : drawn;
}

/** "48 of 72 topics are traditional; 11 hold criteria that are not known yet." */
export function heatmapSentence(columns: readonly HeatmapColumn[], stages: readonly StageRef[]): string {
  const counts = heatmapCounts(allTopics(columns), stages);
  const lowest = counts.stages.find((entry) => entry.topics > 0);
  if (!lowest) return "No topic is in scope.";
  const at = `${formatCount(lowest.topics)} of ${formatNumberOf(counts.topics, "topic")} ${lowest.topics === 1 ? "is" : "are"} ${lowest.stage.name.toLowerCase()}`;
  if (counts.unknown === 0) return `${at}; every criterion is known.`;
  return `${at}; ${formatCount(counts.unknown)} ${counts.unknown === 1 ? "holds" : "hold"} criteria that are not known yet.`;
}

/** "Sign-in strength: Advanced, 2.14 to 2.28, verified 1.83, gate, 2 criteria not known yet". */
export function topicWords({ name, stage, low, high, verified, gate, unknown }: TopicDatum): string {
  const parts = [stage.name, formatBand({ low, high }), `verified ${formatLevel(verified)}`];
  if (gate) parts.push("gate");
  if (unknown > 0) parts.push(`${formatNumberOf(unknown, "criterion", "criteria")} not known yet`);
  return `${name}: ${parts.join(", ")}`;
}

/** "Verify explicitly is highest at 2.05, Assume breach lowest at 1.62." */
export function tagsSentence(tags: readonly TagDatum[]): string {
  const ranked = [...tags].sort((a, b) => b.low - a.low);
  const first = ranked[0];
  const last = ranked.at(-1);
  if (!first || !last) return "Nothing is in scope.";
  if (formatLevel(first.low) === formatLevel(last.low))
    return `${formatNames(tags.map((tag) => tag.name))} at ${formatLevel(first.low)}.`;
  return `${first.name} is highest at ${formatLevel(first.low)}, ${last.name} lowest at ${formatLevel(last.low)}.`;
}

/**
 * How the level moved between snapshots, and how it is to go on: what a plan leads to, and what the pace so far does, or,
 * without both, what pace the target asks for. The last snapshot is now; `by` is the target's day, YYYY-MM-DD.
 */
export function trendSentence({
  snapshots,
  projection,
  target,
  by,
  pace = "",
}: Readonly<{
  snapshots: readonly TrendPoint[];
  projection: readonly ProjectedPoint[];
  target?: number;
  by?: string;
  /** What the pace so far leads to, as a sentence. */
  pace?: string;
}>): string {
  const first = snapshots[0];
  const last = snapshots.at(-1);
  const past =
    first && last && first !== last
      ? `${formatGain(last.level - first.level)} since ${formatDay(first.day)}.`
      : "No earlier snapshot yet: each approval adds a point.";
  const plan = planSentence({ projection, target });
  const goal = last && target !== undefined && !plan ? goalWords(last, target, by) : "";
  return [past, plan, goal, pace].filter(Boolean).join(" ");
}

const DAYS_A_YEAR = 365.25;

/** "Target 2.40 by 31 Dec 2028 asks for +0.26 a year." */
export function goalWords(now: Pick<TrendPoint, "day" | "level">, target: number, by: string | undefined): string {
  const missing = target - now.level;
  const name = `Target ${formatLevel(target)}`;
  if (reachesTarget(now.level, target)) return `${name} is reached.`;
  if (by === undefined) return `${name} is ${formatLevel(missing)} away.`;
  const years = (dayNumber(by) - dayNumber(now.day)) / DAYS_A_YEAR;
  if (years <= 0) return `${name} was due on ${formatDay(by)} and is ${formatLevel(missing)} away.`;
  // Over less than a year the whole says more than a yearly pace would.
  const pace = years < 1 ? formatGain(missing) : `${formatGain(missing / years)} a year`;
  return `${name} by ${formatDay(by)} asks for ${pace}.`;
}

/** By when a plan reaches the target, or what it is short of. Empty without a plan. */
export function planSentence({
  projection,
  target,
}: Readonly<{ projection: readonly ProjectedPoint[]; target?: number }>): string {
  const first = projection[0];
  const end = projection.at(-1);
  if (!first || !end || first === end) return "";
  if (target === undefined) {
    return `The plan leads from ${formatLevel(first.level)} to ${formatLevel(end.level)} by ${formatDay(end.day)}.`;
  }
  const reached = projection.find((point) => reachesTarget(point.level, target));
  if (reached === first) return "";
  if (reached) return `The plan reaches the target of ${formatLevel(target)} by ${formatDay(reached.day)}.`;
  return `The plan ends at ${formatLevel(end.level)}, ${formatLevel(target - end.level)} short of the target.`;
}

/** "967 of 1,080 person-days are planned. Q4 27 is over capacity." */
export function capacitySentence(periods: readonly CapacityPeriod[]): string {
  const used = periods.reduce((sum, period) => sum + period.used, 0);
  const there = periods.reduce((sum, period) => sum + period.capacity, 0);
  const total = `${formatCount(Math.round(used))} of ${formatCount(Math.round(there))} person-days are planned.`;
  const over = periods.filter((period) => period.used > period.capacity + 1e-9).map((period) => period.name);
  return over.length === 0 ? total : `${total} ${formatNames(over)} ${over.length === 1 ? "is" : "are"} over capacity.`;
}

/** A column in words: "Q4 26: 104 of 120 person-days". */
export function capacityWords({ name, used, capacity }: CapacityPeriod): string {
  return `${name}: ${formatCount(Math.round(used))} of ${formatCount(Math.round(capacity))} person-days`;
}
