import type { Criterion, Pillar, Questionnaire, Topic } from "../content/types";
import { type StageRef, stageRef, stageRefs } from "../marks/stage-ref";

export type PlacedTopic = Readonly<{ topic: Topic; pillar: Pillar }>;
export type PlacedCriterion = Readonly<{ criterion: Criterion; topic: Topic; pillar: Pillar }>;

/** A questionnaire by its ids. The `…Of` functions throw a RangeError for an id that isn't there: a mistake in the program. */
export type ContentIndex = Readonly<{
  pillars: ReadonlyMap<string, Pillar>;
  topics: ReadonlyMap<string, PlacedTopic>;
  criteria: ReadonlyMap<string, PlacedCriterion>;
  /** From the lowest up. */
  stages: readonly StageRef[];
  pillarOf: (id: string) => Pillar;
  topicOf: (id: string) => PlacedTopic;
  criterionOf: (id: string) => PlacedCriterion;
  stageOf: (id: string) => StageRef;
}>;

/** Lays a questionnaire out by its ids. */
export function indexContent(questionnaire: Questionnaire): ContentIndex {
  const pillars = new Map<string, Pillar>();
  const topics = new Map<string, PlacedTopic>();
  const criteria = new Map<string, PlacedCriterion>();
  for (const pillar of questionnaire.pillars) {
    pillars.set(pillar.id, pillar);
    for (const topic of pillar.topics) {
      topics.set(topic.id, { topic, pillar });
      for (const criterion of topic.criteria) criteria.set(criterion.id, { criterion, topic, pillar });
    }
  }
  return {
    pillars,
    topics,
    criteria,
    stages: stageRefs(questionnaire.stages),
    pillarOf: (id) => known(pillars, id),
    topicOf: (id) => known(topics, id),
    criterionOf: (id) => known(criteria, id),
    stageOf: (id) => stageRef(questionnaire.stages, id),
  };
}

function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const item = map.get(id);
  if (item === undefined) throw new RangeError(`The questionnaire has no ${id}`);
  return item;
}
