import { dayNumber, dayOf } from "../charts/time-scale";
import type { Odds, TrendPoint } from "../charts/types";
import { studentQuantile } from "./student-t";

/** Steps between points that a pace needs: with fewer there is no telling how much it varies. */
export const LEAST_STEPS = 3;
/** Days that the points must span: over less, one busy month would be a pace. */
export const LEAST_DAYS = 180;
/** Further ahead nothing is said. */
export const MOST_YEARS = 10;

const DAYS_A_YEAR = 365.25;
const SHARES = [0.5, 0.8] as const;

/** How fast the level rose so far; what it is made of, so that it can be recomputed. */
export type KnownPace = Readonly<{
  kind: "known";
  from: string;
  to: string;
  /** Points, the present one included; steps are one fewer. */
  points: number;
  /** Levels a year: the mean, and how far a single year strays from it (standard deviation). */
  perYear: number;
  spread: number;
}>;

/** Too few points, or over too short a time, to speak of a pace. */
export type NoPace = Readonly<{ kind: "too-few"; points: number; days: number }>;
export type Pace = KnownPace | NoPace;

/** The day by which a target is reached with a given probability; null where not within ten years. */
export type OddsOrNever = Readonly<{ share: number; day: Odds["day"] | null }>;

/**
 * The pace of the snapshots. The level is taken to move as a Brownian motion with drift (its steps independent, their variance in
 * proportion to their length), whose drift and variance are estimated from the steps between the points.
 *
 * @param points in order of time, one a day; the last is now
 */
export function paceOf(points: readonly TrendPoint[]): Pace {
  const first = points[0];
  const last = points.at(-1);
  const days = first && last ? dayNumber(last.day) - dayNumber(first.day) : 0;
  if (!first || !last || points.length - 1 < LEAST_STEPS || days < LEAST_DAYS)
    return { kind: "too-few", points: points.length, days };
  const years = days / DAYS_A_YEAR;
  const perYear = (last.level - first.level) / years;
  let squares = 0;
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (!before) continue;
    const length = (dayNumber(point.day) - dayNumber(before.day)) / DAYS_A_YEAR;
    squares += (point.level - before.level - perYear * length) ** 2 / length;
  }
  const spread = Math.sqrt(squares / (points.length - 2));
  return { kind: "known", from: first.day, to: last.day, points: points.length, perYear, spread };
}

/**
 * By when a target is reached at a pace, with 50 and 80 % probability: the first day on which the level is predicted to be at
 * the target or above with that probability. The prediction has the variance of the way ahead and of the estimated pace,
 * spread² · (h + h² ÷ years seen), and Student's t distribution with one degree of freedom fewer than there are steps.
 *
 * @param now level on the pace's last day, below the target
 */
export function oddsAt(pace: KnownPace, { now, target }: Readonly<{ now: number; target: number }>): OddsOrNever[] {
  const gap = target - now;
  const seen = (dayNumber(pace.to) - dayNumber(pace.from)) / DAYS_A_YEAR;
  return SHARES.map((share) => {
    const strays = share === 0.5 ? 0 : (studentQuantile(share, pace.points - 2) * pace.spread) ** 2;
    const years = firstYears(gap, pace.perYear, { strays, seen });
    const never = years === null || years > MOST_YEARS;
    return { share, day: never ? null : dayOf(Math.ceil(dayNumber(pace.to) + years * DAYS_A_YEAR)) };
  });
}

/** The h from which perYear · h − gap ≥ √(strays · (h + h² ÷ seen)): the larger root of the squared equation, null without one. */
function firstYears(
  gap: number,
  perYear: number,
  { strays, seen }: Readonly<{ strays: number; seen: number }>,
): number | null {
  if (perYear <= 0) return null;
  const a = perYear ** 2 - strays / seen;
  if (a <= 0) return null;
  const b = 2 * perYear * gap + strays;
  return (b + Math.sqrt(Math.max(b ** 2 - 4 * a * gap ** 2, 0))) / (2 * a);
}
