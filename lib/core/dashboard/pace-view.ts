import type { TrendPoint } from "../charts/types";
import { LEAST_DAYS, LEAST_STEPS, MOST_YEARS, type OddsOrNever, oddsAt, type Pace, paceOf } from "../forecast/pace";
import { reachesTarget } from "../planning/project";
import { formatGain, formatNumberOf, formatPercent, formatQuarterYear } from "../words/format";

/** An earlier day than today was asked for: the snapshots since are left out, and without them the odds would be others. */
type EarlierDay = Readonly<{ kind: "earlier-day" }>;

/** What the pace of the snapshots says of the target. */
export type PaceView = Readonly<{
  pace: Pace | EarlierDay;
  target?: number;
  /** Empty without a pace or a target, and where the target is reached. */
  odds: readonly OddsOrNever[];
  sentence: string;
}>;

/**
 * @param points as `trendPoints` gives them; the last is today
 * @param asOf day up to which there are snapshots among them
 */
export function paceView(points: readonly TrendPoint[], target: number | undefined, asOf: string): PaceView {
  const last = points.at(-1);
  const pace = last && asOf < last.day ? EARLIER_DAY : paceOf(points);
  const now = last?.level ?? 1;
  const open = target !== undefined && !reachesTarget(now, target);
  const odds = pace.kind === "known" && open ? oddsAt(pace, { now, target }) : [];
  return { pace, target, odds, sentence: paceSentence(pace, odds) };
}

const EARLIER_DAY: EarlierDay = { kind: "earlier-day" };

/** "50 %: Q3 2027 · 80 %: Q1 2028"; empty without odds. */
export function oddsWords(odds: readonly OddsOrNever[]): string {
  return odds.map(({ share, day }) => `${formatPercent(share)}: ${day ? formatQuarterYear(day) : NEVER}`).join(" · ");
}

const NEVER = `not within ${MOST_YEARS} years`;

/** The pace, and by when it leads to the target with which odds; or why there is none. */
export function paceSentence(pace: PaceView["pace"], odds: readonly OddsOrNever[]): string {
  if (pace.kind === "earlier-day")
    return "No pace is given for an earlier day than today: the snapshots since are left out.";
  if (pace.kind === "too-few") {
    const steps = `${LEAST_STEPS + 1} points over ${Math.round(LEAST_DAYS / 30)} months or more`;
    return `No pace yet: it takes ${steps}, today among them, and there ${pace.points === 1 ? "is" : "are"} ${formatNumberOf(pace.points, "point")} over ${formatNumberOf(Math.round(pace.days / 30.44), "month")}.`;
  }
  const gain = formatGain(pace.perYear);
  const speed = `The present pace is ${gain} a year`;
  if (odds.length === 0) return `${speed}.`;
  if (odds.every(({ day }) => day === null))
    return `${speed}: it doesn't lead to the target within ${MOST_YEARS} years.`;
  return `${speed}: it leads to the target, ${oddsWords(odds)}.`;
}
