import type { Questionnaire } from "../content/types";
import type { DashboardTarget } from "./dashboard-input";

/**
 * The overall level, in [1, n], that a target asks for: the mean of its pillars' levels by weight, over the pillars that
 * have a score. Undefined unless each of them has a target.
 *
 * @param inScope ids of the pillars that have a score
 */
export function overallTarget(
  { pillars }: Pick<Questionnaire, "pillars">,
  target: DashboardTarget,
  inScope: readonly string[],
): number | undefined {
  let sum = 0;
  let weight = 0;
  for (const pillar of pillars) {
    if (!inScope.includes(pillar.id)) continue;
    const level = target.pillars[pillar.id];
    if (level === undefined) return undefined;
    sum += pillar.weight * level;
    weight += pillar.weight;
  }
  return weight === 0 ? undefined : sum / weight;
}
