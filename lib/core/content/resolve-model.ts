import { type ModelFile, OWN_STAGE } from "./model-schema";
import type { Criterion, Questionnaire, Stage } from "./types";

/** A criterion in a model: `stage` is the model's; `condition` is that of the topic it is asked in, if it has one. */
export type ModelCriterion = Criterion & Readonly<{ home: string; condition?: string }>;
export type ModelTopic = Readonly<{
  id: string;
  title: string;
  prompt: string;
  weight: number;
  gate: boolean;
  condition?: string;
  criteria: readonly ModelCriterion[];
}>;
export type ModelPillar = Readonly<{ id: string; title: string; weight: number; topics: readonly ModelTopic[] }>;

/** A tree pillar → topic → stage → criteria over the criteria of one questionnaire version, ready to be scored and shown. */
export type ResolvedModel = Readonly<{
  id: string;
  version: string;
  title: string;
  summary: string;
  threshold: number;
  stages: readonly Stage[];
  pillars: readonly ModelPillar[];
}>;

/**
 * Places a questionnaire's criteria in a model's tree by their crosswalk. A criterion stands in every topic that it
 * contributes to, in the questionnaire's order and with the questionnaire's weight; where its crosswalk names two stages of one topic
 * it stands at both, because meeting it contributes to both. It keeps the condition of the topic that it is asked in.
 */
export function resolveModel(file: ModelFile, questionnaire: Questionnaire): ResolvedModel {
  const { id, version, title, summary, threshold, framework } = file;
  const stages = file.stages === "questionnaire" ? questionnaire.stages : file.stages;
  const byId = criteriaByCrosswalk(questionnaire, framework);
  const order = new Map([...atHome(questionnaire)].map((criterion, index) => [criterion.id, index]));
  const place = (ids: readonly string[]): readonly ModelCriterion[] =>
    [...new Set(ids.flatMap((each) => byId.get(each) ?? []))].sort(
      (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
    );
  return {
    ...{ id, version, title, summary, threshold, stages },
    pillars: file.pillars.map((pillar) => ({
      ...pillar,
      topics: pillar.topics.map(({ criteria, ...topic }) => ({
        ...topic,
        criteria: stages
          .slice(1)
          .flatMap((stage) => [
            ...place(criteria[stage.id] ?? []).map((criterion) => ({ ...criterion, stage: stage.id })),
            ...place(criteria[OWN_STAGE] ?? []).filter((criterion) => criterion.stage === stage.id),
          ]),
      })),
    })),
  };
}

/** A questionnaire's own tree as a model. */
export function ownModel(questionnaire: Questionnaire): ResolvedModel {
  const { id, version, title, summary, threshold, stages } = questionnaire;
  return {
    ...{ id, version, title, summary, threshold, stages },
    pillars: questionnaire.pillars.map((pillar) => ({
      ...{ id: pillar.id, title: pillar.title, weight: pillar.weight },
      topics: pillar.topics.map((topic) => ({
        ...{ id: topic.id, title: topic.title, prompt: topic.prompt, weight: topic.weight, gate: topic.gate },
        ...(topic.condition === undefined ? {} : { condition: topic.condition }),
        criteria: topic.criteria.map((criterion) => ({ ...criterion, home: topic.id })),
      })),
    })),
  };
}

/** How many different criteria a model holds. */
export function countCriteria(model: ResolvedModel): number {
  return new Set(model.pillars.flatMap(({ topics }) => topics.flatMap(({ criteria }) => criteria.map(({ id }) => id))))
    .size;
}

/** Every criterion with the topic that it is asked in, and that topic's condition. */
export function atHome(questionnaire: Questionnaire): readonly ModelCriterion[] {
  return questionnaire.pillars.flatMap(({ topics }) =>
    topics.flatMap(({ id, condition, criteria }) =>
      criteria.map((criterion) => ({
        ...criterion,
        home: id,
        ...(condition === undefined ? {} : { condition }),
      })),
    ),
  );
}

/** Criteria by each id of a framework that their crosswalk names, in the questionnaire's order. */
export function criteriaByCrosswalk(
  questionnaire: Questionnaire,
  framework: ModelFile["framework"],
): ReadonlyMap<string, readonly ModelCriterion[]> {
  const byId = new Map<string, ModelCriterion[]>();
  for (const criterion of atHome(questionnaire)) {
    for (const id of criterion.crosswalk[framework] ?? []) {
      const known = byId.get(id);
      if (known) known.push(criterion);
      else byId.set(id, [criterion]);
    }
  }
  return byId;
}
