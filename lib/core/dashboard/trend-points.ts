import type { TrendPoint } from "../charts/types";
import type { DashboardInput } from "./dashboard-input";

/**
 * The overall level at each snapshot before the as-of day and before today, oldest first, and today: the claimed level is
 * that of today's answers, on whatever day evidence is judged.
 *
 * @param now overall low level of the claims
 */
export function trendPoints(
  { snapshots, claims, today, links }: Pick<DashboardInput, "snapshots" | "claims" | "today" | "links">,
  now: number,
): readonly TrendPoint[] {
  // A day has one level: of several snapshots that of the last one taken.
  const byDay = new Map<string, TrendPoint>();
  for (const { id, day, label, overall } of snapshots) {
    if (overall && day < claims.asOf && day < today)
      byDay.set(day, { day, level: overall.low, name: label, href: links.dashboard({ against: id }) });
  }
  return [...byDay.values(), { day: today, level: now, name: NOW }];
}

const NOW = "Now";
