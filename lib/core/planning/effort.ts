import type { Initiative } from "../content/types";

/** How large an organization is. What is missing is derived from `people`. */
export type Sizes = Readonly<{ people?: number; devices?: number; applications?: number; servers?: number }>;

/** Person-days, 0 < low ≤ likely ≤ high. */
export type Effort = Readonly<{ low: number; likely: number; high: number }>;

/** The organization that the content's efforts are written for. Source: content design, "a 1,000-person organization". */
export const REFERENCE_SIZES = { people: 1000, devices: 1300, applications: 150, servers: 300 } as const;

/** Efforts below this are rounded to half days, others to whole ones: finer figures would pretend to know. */
const HALF_DAYS_BELOW = 10;

/**
 * Person-days of an initiative in an organization: base × (fixed share + (1 − fixed share) × size ÷ reference size),
 * rounded to half days under ten and to whole days from there on, never under half a day.
 *
 * @param sizes a missing size is taken in the proportion of people to the reference; without people it is the reference
 */
export function effortFor({ effort }: Pick<Initiative, "effort">, sizes: Sizes): Effort {
  const factor = effort.fixedShare + (1 - effort.fixedShare) * relativeSize(effort.scalesWith, sizes);
  const days = (base: number) => roundDays(base * factor);
  return { low: days(effort.low), likely: days(effort.likely), high: days(effort.high) };
}

function relativeSize(scalesWith: Initiative["effort"]["scalesWith"], sizes: Sizes): number {
  if (scalesWith === "nothing") return 1;
  const people = (sizes.people ?? REFERENCE_SIZES.people) / REFERENCE_SIZES.people;
  const own = sizes[scalesWith];
  return own === undefined ? people : own / REFERENCE_SIZES[scalesWith];
}

function roundDays(days: number): number {
  return days < HALF_DAYS_BELOW ? Math.max(0.5, Math.round(days * 2) / 2) : Math.round(days);
}
