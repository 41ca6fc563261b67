import type { ProjectedPoint } from "../charts/types";
import type { RoadmapPlan } from "../planning/types";

/** Where a plan leads the overall level: today, then the end of each quarter to come. Empty where nothing has a score. */
export function planProjection(
  { now, quarters }: Pick<RoadmapPlan, "now" | "quarters">,
  today: string,
): readonly ProjectedPoint[] {
  if (!now.overall) return [];
  const ahead = quarters.flatMap(({ end, levels }) =>
    levels?.overall ? [{ day: end, level: levels.overall.level }] : [],
  );
  return [{ day: today, level: now.overall.level }, ...ahead];
}
