import type { Model } from "./compile-model";
import { at } from "./evaluate";
import { LEFT_OUT } from "./read-values";

/**
 * Slope of the overall level in each slot's value, at the given values; 0 where a slot is left out. The level is the
 * weighted mean of topic levels L = 1 + Σ_k Π_{j≤k} M_j, so it is a polynomial of degree n − 1 in the values.
 */
export function levelGradient(model: Model, values: Float64Array): Float64Array {
  const gradient = new Float64Array(values.length);
  const isLeft = (topic: number) => {
    const { firstSlot, endSlot } = at(model.topics, topic);
    return values.subarray(firstSlot, endSlot).some((value) => value !== LEFT_OUT);
  };
  const pillars = model.pillars.map((pillar) => {
    const topics: number[] = [];
    for (let topic = pillar.firstTopic; topic < pillar.endTopic; topic++) if (isLeft(topic)) topics.push(topic);
    return { weight: pillar.weight, topics };
  });
  const counted = pillars.filter(({ topics }) => topics.length > 0);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, topics } of counted) {
    const topicTotal = topics.reduce((sum, topic) => sum + at(model.topics, topic).weight, 0);
    for (const topic of topics) {
      const share = (weight / total) * (at(model.topics, topic).weight / topicTotal);
      addTopicGradient(model, values, topic, share, gradient);
    }
  }
  return gradient;
}

function addTopicGradient(model: Model, values: Float64Array, topic: number, share: number, gradient: Float64Array) {
  const { firstSlot, endSlot } = at(model.topics, topic);
  const steps = model.stages.length - 1;
  const sums = new Array<number>(steps).fill(0);
  const weights = new Array<number>(steps).fill(0);
  const stepOf = (slot: number) => (model.slots.stage[slot] ?? 2) - 2;
  const weightOf = (slot: number) => model.slots.weight[slot] ?? 0;
  for (let slot = firstSlot; slot < endSlot; slot++) {
    const value = values[slot] ?? LEFT_OUT;
    if (value === LEFT_OUT) continue;
    sums[stepOf(slot)] = at(sums, stepOf(slot)) + weightOf(slot) * value;
    weights[stepOf(slot)] = at(weights, stepOf(slot)) + weightOf(slot);
  }
  // The stage whose mean each stage takes: its own, or the nearest above that has some; none if there is none.
  const source: (number | undefined)[] = new Array(steps).fill(undefined);
  for (let step = steps - 1; step >= 0; step--) source[step] = at(weights, step) > 0 ? step : source[step + 1];
  const means = source.map((step) => (step === undefined ? 1 : at(sums, step) / at(weights, step)));
  const slopes = new Array<number>(steps).fill(0);
  for (let step = 0; step < steps; step++) {
    const from = source[step];
    if (from !== undefined) slopes[from] = at(slopes, from) + slopeOfStep(means, step);
  }
  for (let slot = firstSlot; slot < endSlot; slot++) {
    if (values[slot] === LEFT_OUT) continue;
    gradient[slot] = share * at(slopes, stepOf(slot)) * (weightOf(slot) / at(weights, stepOf(slot)));
  }
}

/** ∂L/∂M_j = Σ_{k≥j} Π_{i≤k, i≠j} M_i */
function slopeOfStep(means: readonly number[], step: number): number {
  let product = 1;
  let slope = 0;
  means.forEach((mean, index) => {
    if (index !== step) product *= mean;
    if (index >= step) slope += product;
  });
  return slope;
}
