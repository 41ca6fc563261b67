/**
 * What can be scored: a tree pillar → topic → criteria over stages 1..n. A `Questionnaire` is one; so is any other
 * model over the same criteria.
 */
export type ModelTree = Readonly<{
  /** τ: share of a stage that must hold, in (0, 1]. */
  threshold: number;
  /** From the lowest up, two or more; the first has no criteria. */
  stages: readonly Readonly<{ id: string }>[];
  pillars: readonly Readonly<{ id: string; weight: number; topics: readonly ModelTopic[] }>[];
}>;

export type ModelTopic = Readonly<{
  id: string;
  weight: number;
  gate: boolean;
  /** Profile fact that must not be false for the topic to be in scope. */
  condition?: string;
  criteria: readonly ModelCriterion[];
}>;

/** In a model that is not the criterion's home, `condition` is that of the topic it comes from. */
export type ModelCriterion = Readonly<{ id: string; stage: string; weight: number; condition?: string }>;

/**
 * A model in flat arrays. A *slot* is one place of a criterion in the tree; most criteria have one, but a model may use
 * the same criterion in several topics, and at several stages of one. Stages are numbered from 1.
 */
export type Model = Readonly<{
  threshold: number;
  /** Stage ids; stage k is at index k − 1. */
  stages: readonly string[];
  pillars: readonly CompiledPillar[];
  topics: readonly CompiledTopic[];
  /** Distinct criterion ids, in the order of the tree. */
  criteria: readonly string[];
  indexOfCriterion: ReadonlyMap<string, number>;
  slots: Readonly<{
    criterion: Int32Array;
    topic: Int32Array;
    /** 2..n */
    stage: Uint8Array;
    weight: Float64Array;
    conditions: readonly (readonly string[])[];
  }>;
}>;

/** Topics from `firstTopic` up to, not including, `endTopic`. */
export type CompiledPillar = Readonly<{ id: string; weight: number; firstTopic: number; endTopic: number }>;

/** Slots from `firstSlot` up to, not including, `endSlot`. The topic counts at stage j when `lowestStage` ≤ j. */
export type CompiledTopic = Readonly<{
  id: string;
  pillar: number;
  weight: number;
  gate: boolean;
  lowestStage: number;
  firstSlot: number;
  endSlot: number;
}>;

/**
 * Lays a model out in flat arrays, so that scoring is one pass. Do it once per model, not per score.
 *
 * @throws RangeError when the tree can't be scored: fewer than two stages, τ outside (0, 1], a weight that isn't
 *   positive, a criterion at the first or an unknown stage, or twice at one stage of a topic
 */
export function compileModel(tree: ModelTree): Model {
  const stages = tree.stages.map((stage) => stage.id);
  if (stages.length < 2) throw new RangeError("a model needs two stages or more");
  if (!(tree.threshold > 0 && tree.threshold <= 1))
    throw new RangeError(`threshold ${tree.threshold} is not in (0, 1]`);

  const pillars: CompiledPillar[] = [];
  const topics: CompiledTopic[] = [];
  const indexOfCriterion = new Map<string, number>();
  const slots: { criterion: number; topic: number; stage: number; weight: number; conditions: readonly string[] }[] =
    [];

  for (const pillar of tree.pillars) {
    const firstTopic = topics.length;
    for (const topic of pillar.topics) {
      const firstSlot = slots.length;
      let lowestStage = stages.length + 1;
      const seen = new Set<string>();
      for (const criterion of topic.criteria) {
        const stage = stages.indexOf(criterion.stage) + 1;
        if (stage < 2) throw new RangeError(`${criterion.id}: stage ${criterion.stage} can't hold criteria`);
        const place = `${stage} ${criterion.id}`;
        if (seen.has(place)) throw new RangeError(`${criterion.id} stands twice at ${criterion.stage} in ${topic.id}`);
        seen.add(place);
        const index = indexOfCriterion.get(criterion.id) ?? indexOfCriterion.size;
        indexOfCriterion.set(criterion.id, index);
        lowestStage = Math.min(lowestStage, stage);
        const weight = positive(criterion.weight, criterion.id);
        const conditions = [topic.condition, criterion.condition].filter((fact) => fact !== undefined);
        slots.push({ criterion: index, topic: topics.length, stage, weight, conditions });
      }
      const weight = positive(topic.weight, topic.id);
      const range = { lowestStage, firstSlot, endSlot: slots.length };
      topics.push({ id: topic.id, pillar: pillars.length, weight, gate: topic.gate, ...range });
    }
    pillars.push({ id: pillar.id, weight: positive(pillar.weight, pillar.id), firstTopic, endTopic: topics.length });
  }

  return {
    threshold: tree.threshold,
    stages,
    pillars,
    topics,
    criteria: [...indexOfCriterion.keys()],
    indexOfCriterion,
    slots: {
      criterion: Int32Array.from(slots, (slot) => slot.criterion),
      topic: Int32Array.from(slots, (slot) => slot.topic),
      stage: Uint8Array.from(slots, (slot) => slot.stage),
      weight: Float64Array.from(slots, (slot) => slot.weight),
      conditions: slots.map((slot) => slot.conditions),
    },
  };
}

function positive(weight: number, id: string): number {
  if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`${id}: weight ${weight} is not positive`);
  return weight;
}
