import { formatCount, formatGain, formatNumberOf } from "../words/format";
import type { DayRate } from "./plan-view";
import type { RoadmapPlan } from "./types";

/** What a quarter takes and what it brings. */
export type QuarterCost = Readonly<{
  label: string;
  /** First day. */
  start: string;
  /** Person-days that the items take in it. */
  days: number;
  /** Rise of the overall level from the quarter before to its end. */
  gain: number;
  /** Overall level at its end. */
  level: number;
}>;

/** A plan's effort beside its gain, quarter by quarter; the gains add up to the whole rise. */
export type CostAndGain = Readonly<{ quarters: readonly QuarterCost[]; days: number; gain: number }>;

/** Lays out effort and gain of the quarters that aren't past. Empty where nothing has a score. */
export function costAndGain({ now, quarters }: Pick<RoadmapPlan, "now" | "quarters">): CostAndGain {
  let level = now.overall?.level;
  const rows: QuarterCost[] = [];
  for (const { label, start, used, levels } of quarters) {
    if (level === undefined || !levels?.overall) continue;
    rows.push({ label, start, days: used, gain: levels.overall.level - level, level: levels.overall.level });
    level = levels.overall.level;
  }
  const days = rows.reduce((sum, row) => sum + row.days, 0);
  return { quarters: rows, days, gain: (level ?? 0) - (now.overall?.level ?? 0) };
}

/** An amount of money in whole units: "EUR 116,040". */
export function costWords(days: number, { amount, currency }: DayRate): string {
  return `${currency}\u00a0${formatCount(Math.round(days * amount))}`;
}

/** "967 person-days (EUR 1,160,400) bring +0.23 overall: 42 person-days for each 0.01." */
export function costSentence({ days, gain }: Pick<CostAndGain, "days" | "gain">, rate: DayRate | null): string {
  const effort = `${formatNumberOf(Math.round(days), "person-day")}${rate ? ` (${costWords(days, rate)})` : ""}`;
  const verb = Math.round(days) === 1 ? "brings" : "bring";
  const whole = `${effort} ${verb} ${formatGain(gain)} overall`;
  if (formatGain(gain) === "0.00" || gain < 0) return `${whole}.`;
  const each = days / (gain * 100);
  return `${whole}: ${formatNumberOf(Math.round(each), "person-day")}${rate ? `, ${costWords(each, rate)},` : ""} for each 0.01.`;
}
