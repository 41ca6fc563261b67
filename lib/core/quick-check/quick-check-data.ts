import type { Questionnaire } from "../content/types";
import { quickCheckTree } from "../scoring/score-subset";

/** All that a quick check needs in the browser: its topics with their words, and the work that moves them. */
export type QuickCheckData = Readonly<{
  questionnaire: string;
  version: string;
  threshold: number;
  /** From the lowest up. */
  stages: readonly Readonly<{ id: string; title: string }>[];
  pillars: readonly QuickPillar[];
  initiatives: readonly QuickInitiative[];
  /** Topics and criteria of the whole questionnaire. */
  whole: Readonly<{ topics: number; criteria: number }>;
}>;

export type QuickPillar = Readonly<{ id: string; title: string; weight: number; topics: readonly QuickTopic[] }>;

export type QuickTopic = Readonly<{
  id: string;
  title: string;
  short: string;
  prompt: string;
  weight: number;
  gate: boolean;
  /** How an organization at each stage looks, by stage id. */
  stages: Readonly<Record<string, string>>;
  criteria: readonly Readonly<{ id: string; stage: string; weight: number }>[];
}>;

/** Work that meets at least one criterion of the quick check. */
export type QuickInitiative = Readonly<{
  id: string;
  title: string;
  outcome: string;
  /** Its criteria inside the quick check. */
  delivers: readonly string[];
  /** Others of the list that come first. */
  prerequisites: readonly string[];
  /** Likely person-days in an organization of the reference size. */
  days: number;
}>;

/** Leaves of a questionnaire what its quick check needs: no criterion's words, no topic that isn't asked. */
export function quickCheckData(questionnaire: Questionnaire): QuickCheckData {
  const { id, version, threshold, stages, pillars } = questionnaire;
  const asked = new Set(quickCheckTree(questionnaire).pillars.flatMap(({ topics }) => topics.map((topic) => topic.id)));
  const chosen: readonly QuickPillar[] = pillars.map((pillar) => ({
    id: pillar.id,
    title: pillar.title,
    weight: pillar.weight,
    topics: pillar.topics
      .filter((topic) => asked.has(topic.id))
      .map((topic) => ({
        id: topic.id,
        title: topic.title,
        short: topic.short,
        prompt: topic.prompt,
        weight: topic.weight,
        gate: topic.gate,
        stages: topic.stages,
        criteria: topic.criteria.map(({ id: criterion, stage, weight }) => ({ id: criterion, stage, weight })),
      })),
  }));
  return {
    questionnaire: id,
    version,
    threshold,
    stages: stages.map((stage) => ({ id: stage.id, title: stage.title })),
    pillars: chosen.filter(({ topics }) => topics.length > 0),
    initiatives: initiativesFor(questionnaire, chosen),
    whole: {
      topics: pillars.reduce((sum, { topics }) => sum + topics.length, 0),
      criteria: pillars.reduce((sum, { topics }) => sum + topics.reduce((all, one) => all + one.criteria.length, 0), 0),
    },
  };
}

function initiativesFor(
  { initiatives }: Pick<Questionnaire, "initiatives">,
  pillars: readonly QuickPillar[],
): readonly QuickInitiative[] {
  const criteria = new Set(
    pillars.flatMap(({ topics }) => topics.flatMap((topic) => topic.criteria.map(({ id }) => id))),
  );
  const serving = initiatives.filter(({ delivers }) => delivers.some((id) => criteria.has(id)));
  const known = new Set(serving.map(({ id }) => id));
  return serving.map(({ id, title, outcome, delivers, prerequisites, effort }) => ({
    id,
    title,
    outcome,
    delivers: delivers.filter((criterion) => criteria.has(criterion)),
    prerequisites: prerequisites.filter((other) => known.has(other)),
    days: effort.likely,
  }));
}
