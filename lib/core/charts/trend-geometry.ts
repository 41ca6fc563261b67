import type { LevelScale } from "./level-scale";
import type { TimeScale } from "./time-scale";
import type { ProjectedPoint, TrendPoint } from "./types";

/** A place in a plot: shares of its width from the left and of its height from the top. */
export type Place = Readonly<{ x: number; y: number }>;

/** A day and a level as a place in the plot. */
export function placeOf(
  day: string,
  level: number,
  { time, levels }: Readonly<{ time: TimeScale; levels: LevelScale }>,
): Place {
  return { x: time.at(day), y: 1 - levels.at(level) };
}

/** The line through snapshots and on through the projection. */
export function trendLine(
  points: readonly (TrendPoint | ProjectedPoint)[],
  axes: Readonly<{ time: TimeScale; levels: LevelScale }>,
): readonly Place[] {
  return points.map((point) => placeOf(point.day, point.level, axes));
}

/** The outline of the projection's band: along its high side and back along its low one; empty where none is known. */
export function bandOutline(
  points: readonly ProjectedPoint[],
  axes: Readonly<{ time: TimeScale; levels: LevelScale }>,
): readonly Place[] {
  if (!points.some((point) => point.low !== undefined || point.high !== undefined)) return [];
  const upper = points.map((point) => placeOf(point.day, point.high ?? point.level, axes));
  const lower = points.map((point) => placeOf(point.day, point.low ?? point.level, axes));
  return [...upper, ...lower.reverse()];
}

/**
 * A stair: each level holds from its day until the next point's day, then jumps. The last one holds to the end of the
 * axis.
 */
export function stepLine(
  points: readonly ProjectedPoint[],
  axes: Readonly<{ time: TimeScale; levels: LevelScale }>,
): readonly Place[] {
  return points.flatMap((point, index) => {
    const place = placeOf(point.day, point.level, axes);
    const next = points[index + 1];
    return [place, { x: next ? axes.time.at(next.day) : 1, y: place.y }];
  });
}

/** A path through places in a box of `width` by `height`, two decimals. */
export function pathThrough(
  places: readonly Place[],
  { width, height, closed }: Readonly<{ width: number; height: number; closed?: boolean }>,
): string {
  if (places.length === 0) return "";
  const steps = places.map(({ x, y }) => `${Number((x * width).toFixed(2))} ${Number((y * height).toFixed(2))}`);
  return `M${steps.join("L")}${closed ? "Z" : ""}`;
}
