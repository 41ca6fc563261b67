import type { Model } from "./compile-model";
import { at, type Evaluation, evaluate, evaluateOverall, evaluatePillar, evaluateTopic } from "./evaluate";

/** Asks many "what if these had that value?" of one vector of values; each answer costs only what changes. */
export type WhatIf = Readonly<{
  base: Evaluation;
  /** Reads the scores as they were if the slots had the value; what `read` gets is valid only while it runs. */
  ask: <T>(slots: readonly number[], value: number, read: (changed: Evaluation) => T) => T;
}>;

/** @param values of all slots, in [0, 1] or `LEFT_OUT`; not changed */
export function createWhatIf(model: Model, values: Float64Array): WhatIf {
  const base = evaluate(model, values);
  const trial = Float64Array.from(values);
  const changed = evaluate(model, values);
  const recompute = (topics: ReadonlySet<number>) => {
    const pillars = new Set<number>();
    for (const topic of topics) {
      evaluateTopic(model, trial, topic, changed);
      pillars.add(at(model.topics, topic).pillar);
    }
    for (const pillar of pillars) evaluatePillar(model, pillar, changed);
    evaluateOverall(model, changed);
  };
  return {
    base,
    ask: (slots, value, read) => {
      const topics = new Set(slots.map((slot) => model.slots.topic[slot] ?? 0));
      for (const slot of slots) trial[slot] = value;
      recompute(topics);
      const answer = read(changed);
      for (const slot of slots) trial[slot] = values[slot] ?? 0;
      recompute(topics);
      return answer;
    },
  };
}

/** Slots of each criterion that count, by the criterion's index: those whose value isn't `LEFT_OUT`. */
export function slotsByCriterion(model: Model, values: Float64Array): readonly (readonly number[])[] {
  const slots: number[][] = model.criteria.map(() => []);
  model.slots.criterion.forEach((criterion, slot) => {
    if ((values[slot] ?? -1) >= 0) slots[criterion]?.push(slot);
  });
  return slots;
}
