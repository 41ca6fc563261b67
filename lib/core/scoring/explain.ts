import type { Model } from "./compile-model";
import { at, type Evaluation, judgeStage } from "./evaluate";
import { LEFT_OUT, readValues } from "./read-values";
import type { Claims } from "./types";
import { createWhatIf, slotsByCriterion, type WhatIf } from "./what-if";

/** Rise of the low level if something were met: of its topic, its pillar and the whole. Never negative. */
export type Gain = Readonly<{ topic: number; pillar: number; overall: number }>;

/** A stage that would change; `id` is that of the topic or pillar, null for the whole. Stages are ids. */
export type Unlock = Readonly<{ of: "topic" | "pillar" | "overall"; id: string | null; from: string; to: string }>;

/** A criterion in scope that isn't wholly met, and what meeting it alone would bring. */
export type OpenCriterion = Readonly<{
  criterion: string;
  topic: string;
  pillar: string;
  stage: string;
  /** Its low value, in [0, 1). */
  value: number;
  /** Neither met nor not met is known: its high value is 1. */
  unknown: boolean;
  gain: Gain;
  unlocks: readonly Unlock[];
}>;

/** A gating topic that keeps its pillar from its next stage. */
export type ShortGate = Readonly<{
  topic: string;
  pillar: string;
  stage: string;
  /** The stage it would have to reach. */
  needs: string;
  /** Open criteria that stand between, in the order of the content. */
  open: readonly string[];
  /** If all of these were met. */
  gain: Gain;
  unlocks: readonly Unlock[];
}>;

/** Every open criterion in the order of the content, with its exact gain by the real scoring. */
export function explainOpen(model: Model, claims: Claims): readonly OpenCriterion[] {
  const values = readValues(model, claims);
  const whatIf = createWhatIf(model, values.low);
  const open: OpenCriterion[] = [];
  slotsByCriterion(model, values.low).forEach((slots, criterion) => {
    const slot = slots[0];
    if (slot === undefined) return;
    const value = values.low[slot] ?? 0;
    if (value >= 1) return;
    const topic = model.slots.topic[slot] ?? 0;
    open.push({
      criterion: at(model.criteria, criterion),
      topic: at(model.topics, topic).id,
      pillar: at(model.pillars, at(model.topics, topic).pillar).id,
      stage: stageName(model, model.slots.stage[slot] ?? 2),
      value,
      unknown: (values.high[slot] ?? 0) > value,
      ...effectOf(model, whatIf, topic, slots),
    });
  });
  return open;
}

const MOST_GAINS = 10;

/**
 * What holds the organization back: gating topics that are short (those of the lowest pillar first, then by gain), and
 * the ten open criteria with the largest gains in the overall level.
 */
export function whatHoldsBack(
  model: Model,
  claims: Claims,
): Readonly<{ gates: readonly ShortGate[]; gains: readonly OpenCriterion[] }> {
  const gains = explainOpen(model, claims)
    .filter(({ gain }) => gain.overall > 0)
    .sort((a, b) => b.gain.overall - a.gain.overall)
    .slice(0, MOST_GAINS);
  return { gates: findShortGates(model, claims), gains };
}

function findShortGates(model: Model, claims: Claims): readonly ShortGate[] {
  const values = readValues(model, claims).low;
  const whatIf = createWhatIf(model, values);
  const { base } = whatIf;
  const bySlots = slotsByCriterion(model, values);
  const gates = model.pillars.flatMap((pillar, p) => {
    const stage = base.pillarStage[p] ?? 0;
    if (stage === 0 || stage === model.stages.length) return [];
    const verdict = judgeStage(model, p, stage + 1, base);
    return verdict.shortGates.map((topic) => {
      const open = openBelow(model, values, topic, verdict.stage);
      const slots = open.flatMap((slot) => bySlots[model.slots.criterion[slot] ?? 0] ?? []);
      const gate: ShortGate = {
        topic: at(model.topics, topic).id,
        pillar: pillar.id,
        stage: stageName(model, base.topicStage[topic] ?? 1),
        needs: stageName(model, verdict.stage),
        open: open.map((slot) => at(model.criteria, model.slots.criterion[slot] ?? 0)),
        ...effectOf(model, whatIf, topic, slots),
      };
      return { pillarStage: stage, gate };
    });
  });
  gates.sort((a, b) => a.pillarStage - b.pillarStage || b.gate.gain.overall - a.gate.gain.overall);
  return gates.map(({ gate }) => gate);
}

/** Slots of a topic that decide whether it reaches a stage and aren't wholly met: an empty stage borrows from above. */
function openBelow(model: Model, values: Float64Array, topic: number, stage: number): readonly number[] {
  const { firstSlot, endSlot } = at(model.topics, topic);
  const applicable: number[] = [];
  for (let slot = firstSlot; slot < endSlot; slot++) if (values[slot] !== LEFT_OUT) applicable.push(slot);
  const stageOf = (slot: number) => model.slots.stage[slot] ?? 2;
  const deciding = Math.min(...applicable.map(stageOf).filter((k) => k >= stage));
  return applicable.filter((slot) => stageOf(slot) <= deciding && (values[slot] ?? 0) < 1);
}

function effectOf(
  model: Model,
  whatIf: WhatIf,
  topic: number,
  slots: readonly number[],
): Readonly<{ gain: Gain; unlocks: readonly Unlock[] }> {
  const { base, ask } = whatIf;
  const pillar = at(model.topics, topic).pillar;
  return ask(slots, 1, (changed) => {
    const rise = (read: (run: Evaluation) => number | undefined) => (read(changed) ?? 0) - (read(base) ?? 0);
    const unlocks: Unlock[] = [];
    const unlock = (of: Unlock["of"], id: string | null, read: (run: Evaluation) => number | undefined) => {
      if (rise(read) > 0) {
        unlocks.push({ of, id, from: stageName(model, read(base) ?? 1), to: stageName(model, read(changed) ?? 1) });
      }
    };
    unlock("topic", at(model.topics, topic).id, (run) => run.topicStage[topic]);
    unlock("pillar", at(model.pillars, pillar).id, (run) => run.pillarStage[pillar]);
    unlock("overall", null, (run) => run.stage);
    const gain = {
      topic: rise((run) => run.topicLevel[topic]),
      pillar: rise((run) => run.pillarLevel[pillar]),
      overall: rise((run) => run.level),
    };
    return { gain, unlocks };
  });
}

function stageName(model: Model, number: number): string {
  return at(model.stages, number - 1);
}
