import type { TrendPoint } from "../charts/types";
import type { DashboardInput } from "./dashboard-input";

/**
 * The overall level at each snapshot before the as-of day, oldest first, and on that day.
 *
 * @param now overall low level of the claims as they are judged
 */
export function trendPoints(
  { snapshots, claims, links }: Pick<DashboardInput, "snapshots" | "claims" | "links">,
  now: number,
): readonly TrendPoint[] {
  // A day has one level: of several snapshots that of the last one taken.
  const byDay = new Map<string, TrendPoint>();
  for (const { id, day, label, overall } of snapshots) {
    if (overall && day < claims.asOf)
      byDay.set(day, { day, level: overall.low, name: label, href: links.dashboard({ against: id }) });
  }
  return [...byDay.values(), { day: claims.asOf, level: now, name: NOW }];
}

const NOW = "Now";
