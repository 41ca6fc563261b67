import type { Model } from "./compile-model";
import { LEFT_OUT } from "./read-values";

/** Slack of every comparison with τ, so that 4 of 5 reaches 0.8 whatever the rounding. Source: product definition. */
const THRESHOLD_TOLERANCE = 1e-9;

/** Levels in [1, n] and stages 1..n of all topics, pillars and the whole; 0 stands for left out in both. */
export type Evaluation = {
  /** M of stage k of topic t, filled in where the stage is empty, at t · (n − 1) + k − 2. */
  readonly means: Float64Array;
  readonly topicLevel: Float64Array;
  readonly topicStage: Uint8Array;
  readonly pillarLevel: Float64Array;
  readonly pillarStage: Uint8Array;
  level: number;
  stage: number;
  /** Scratch of `evaluateTopic`. */
  readonly weights: Float64Array;
};

/** Scores one vector of slot values: each in [0, 1] or `LEFT_OUT`. */
export function evaluate(model: Model, values: Float64Array): Evaluation {
  const n = model.stages.length;
  const result: Evaluation = {
    means: new Float64Array(model.topics.length * (n - 1)),
    topicLevel: new Float64Array(model.topics.length),
    topicStage: new Uint8Array(model.topics.length),
    pillarLevel: new Float64Array(model.pillars.length),
    pillarStage: new Uint8Array(model.pillars.length),
    level: 0,
    stage: 0,
    weights: new Float64Array(n - 1),
  };
  for (let topic = 0; topic < model.topics.length; topic++) evaluateTopic(model, values, topic, result);
  for (let pillar = 0; pillar < model.pillars.length; pillar++) evaluatePillar(model, pillar, result);
  evaluateOverall(model, result);
  return result;
}

/**
 * Level and stage of one topic, from its slots' values, written into `result`. L = 1 + Σ_k Π_{j≤k} M_j; a stage without
 * applicable criteria takes M of the nearest higher stage that has some, and 1 if none above has.
 */
export function evaluateTopic(model: Model, values: Float64Array, topic: number, result: Evaluation): void {
  const { firstSlot, endSlot } = at(model.topics, topic);
  const steps = model.stages.length - 1;
  const { means, weights } = result;
  const base = topic * steps;
  means.fill(0, base, base + steps);
  weights.fill(0);
  let applicable = false;
  for (let slot = firstSlot; slot < endSlot; slot++) {
    const value = values[slot] ?? LEFT_OUT;
    if (value === LEFT_OUT) continue;
    applicable = true;
    const step = (model.slots.stage[slot] ?? 2) - 2;
    const weight = model.slots.weight[slot] ?? 0;
    means[base + step] = (means[base + step] ?? 0) + weight * value;
    weights[step] = (weights[step] ?? 0) + weight;
  }
  if (!applicable) {
    result.topicLevel[topic] = 0;
    result.topicStage[topic] = 0;
    return;
  }
  let above = 1;
  for (let step = steps - 1; step >= 0; step--) {
    const weight = weights[step] ?? 0;
    if (weight > 0) above = (means[base + step] ?? 0) / weight;
    means[base + step] = above;
  }
  let level = 1;
  let product = 1;
  let stage = 1;
  for (let step = 0; step < steps; step++) {
    const mean = means[base + step] ?? 0;
    product *= mean;
    level += product;
    if (stage === step + 1 && reaches(mean, model.threshold)) stage = step + 2;
  }
  result.topicLevel[topic] = level;
  result.topicStage[topic] = stage;
}

/** Level and stage of one pillar, from its topics' levels and stages in `result`, written into it. */
export function evaluatePillar(model: Model, pillar: number, result: Evaluation): void {
  const { firstTopic, endTopic } = at(model.pillars, pillar);
  let sum = 0;
  let weight = 0;
  for (let topic = firstTopic; topic < endTopic; topic++) {
    const level = result.topicLevel[topic] ?? 0;
    if (level === 0) continue;
    const share = at(model.topics, topic).weight;
    sum += share * level;
    weight += share;
  }
  result.pillarLevel[pillar] = weight === 0 ? 0 : mean(sum, weight, model.stages.length);
  result.pillarStage[pillar] = weight === 0 ? 0 : pillarStage(model, pillar, result);
}

/** How a pillar stands at one stage: which topics count there, and which of them have reached it. */
export type StageVerdict = Readonly<{
  stage: number;
  counts: readonly number[];
  reached: readonly number[];
  shortGates: readonly number[];
  /** Weight of the topics that have reached the stage ÷ weight of those that count there, in [0, 1]. */
  share: number;
  holds: boolean;
}>;

/**
 * Judges a pillar at stage j: all gating topics that count have stage ≥ j, and topics of at least τ of the weight that
 * counts have. Where none counts, the next stage above is judged instead (`stage` of the verdict tells).
 */
export function judgeStage(model: Model, pillar: number, j: number, result: Evaluation): StageVerdict {
  const { firstTopic, endTopic } = at(model.pillars, pillar);
  const counts: number[] = [];
  const reached: number[] = [];
  const shortGates: number[] = [];
  let weight = 0;
  let reachedWeight = 0;
  for (let topic = firstTopic; topic < endTopic; topic++) {
    const { lowestStage, gate, weight: share } = at(model.topics, topic);
    const stage = result.topicStage[topic] ?? 0;
    if (stage === 0 || lowestStage > j) continue;
    counts.push(topic);
    weight += share;
    if (stage >= j) {
      reached.push(topic);
      reachedWeight += share;
    } else if (gate) shortGates.push(topic);
  }
  if (counts.length === 0 && j < model.stages.length) return judgeStage(model, pillar, j + 1, result);
  const share = weight === 0 ? 1 : reachedWeight / weight;
  return {
    stage: j,
    counts,
    reached,
    shortGates,
    share,
    holds: shortGates.length === 0 && reaches(share, model.threshold),
  };
}

function pillarStage(model: Model, pillar: number, result: Evaluation): number {
  let stage = 1;
  while (stage < model.stages.length && judgeStage(model, pillar, stage + 1, result).holds) stage += 1;
  return stage;
}

/** Level and stage of the whole, from the pillars' in `result`, written into it: weighted mean, and the lowest stage. */
export function evaluateOverall(model: Model, result: Evaluation): void {
  let sum = 0;
  let weight = 0;
  let stage = model.stages.length;
  for (let pillar = 0; pillar < model.pillars.length; pillar++) {
    const level = result.pillarLevel[pillar] ?? 0;
    if (level === 0) continue;
    const share = at(model.pillars, pillar).weight;
    sum += share * level;
    weight += share;
    stage = Math.min(stage, result.pillarStage[pillar] ?? 1);
  }
  result.level = weight === 0 ? 0 : mean(sum, weight, model.stages.length);
  result.stage = weight === 0 ? 0 : stage;
}

// Rounding can put the mean of levels n a last digit above n; the law says it can't be.
function mean(sum: number, weight: number, max: number): number {
  return Math.min(max, Math.max(1, sum / weight));
}

/** Whether a share reaches τ. */
export function reaches(share: number, threshold: number): boolean {
  return share >= threshold - THRESHOLD_TOLERANCE;
}

/** An element that is known to exist. @throws RangeError when it doesn't: a mistake in the program */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no element ${index} of ${items.length}`);
  return item;
}
