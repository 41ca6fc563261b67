import type { Model } from "../scoring/compile-model";
import { at, type Evaluation, evaluate } from "../scoring/evaluate";
import type { PlannedLevels } from "./types";

/** Slack of comparisons of levels and gains: rounding only. */
export const LEVEL_TOLERANCE = 1e-9;

/**
 * A target counts as reached from where its level reads so with two decimals: "2.40 of 2.40, just short" would be true and
 * of no use.
 */
const TARGET_TOLERANCE = 0.005;

/** Whether a level reaches a target. */
export function reachesTarget(level: number, target: number): boolean {
  return level > target - TARGET_TOLERANCE;
}

/** Slots that become met, and the day number from which they are. */
export type Delivery = Readonly<{ initiative: string; slots: readonly number[]; from: number }>;

/** What a plan brings over time, by the real scoring. */
export type Projection = Readonly<{
  /** Levels when everything that is delivered before a day number is met. */
  before: (day: number) => PlannedLevels;
  /** Rise of the overall level by each delivery, after all that come before it; they add up to the whole rise. */
  gains: ReadonlyMap<string, number>;
}>;

/**
 * Projects the low score: criteria are met from the day on which an initiative that delivers them has ended, and not a
 * part of them before.
 *
 * @param low value of each slot today, not changed
 */
export function project(model: Model, low: Float64Array, deliveries: readonly Delivery[]): Projection {
  const ordered = [...deliveries].sort((a, b) => a.from - b.from || (a.initiative < b.initiative ? -1 : 1));
  const gains = new Map<string, number>();
  const values = Float64Array.from(low);
  let level = evaluate(model, values).level;
  for (const { initiative, slots } of ordered) {
    for (const slot of slots) values[slot] = 1;
    const next = evaluate(model, values).level;
    gains.set(initiative, next - level);
    level = next;
  }
  return {
    gains,
    before: (day) => {
      const then = Float64Array.from(low);
      for (const { slots, from } of ordered) if (from <= day) for (const slot of slots) then[slot] = 1;
      return levelsOf(model, evaluate(model, then));
    },
  };
}

/** Levels and stages of an evaluation, by id; what is left out is absent. */
export function levelsOf(model: Model, run: Evaluation): PlannedLevels {
  const stage = (number: number) => at(model.stages, number - 1);
  return {
    overall: run.stage === 0 ? null : { level: run.level, stage: stage(run.stage) },
    pillars: model.pillars.flatMap((pillar, p) => {
      const number = run.pillarStage[p] ?? 0;
      return number === 0 ? [] : [{ pillar: pillar.id, level: run.pillarLevel[p] ?? 1, stage: stage(number) }];
    }),
  };
}

/** Overall level if each pillar with a target were at its target or above, the others as they are; null without any. */
export function aimOf(model: Model, now: PlannedLevels, targets: Readonly<Record<string, number>>): number | null {
  let sum = 0;
  let weight = 0;
  let aimed = false;
  for (const { pillar, level } of now.pillars) {
    const share = model.pillars.find(({ id }) => id === pillar)?.weight ?? 0;
    const target = targets[pillar];
    aimed ||= target !== undefined;
    sum += share * Math.max(level, target ?? level);
    weight += share;
  }
  return aimed ? sum / weight : null;
}
