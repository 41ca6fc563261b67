import type { Principle } from "../content/schema";
import type { Questionnaire } from "../content/types";
import type { Profile } from "../scoring/types";

/**
 * What the walk knows of a questionnaire from its first moment: the tree that is scored, with names. Texts come by
 * pillar.
 */
export type WalkOutline = Readonly<{
  id: string;
  version: string;
  threshold: number;
  /** From the lowest up; the first has no criteria. */
  stages: readonly Readonly<{ id: string; title: string }>[];
  /** Profile facts that conditions name, with the question that asks for them. */
  facts: readonly Readonly<{ id: string; question: string }>[];
  pillars: readonly OutlinePillar[];
}>;

export type OutlinePillar = Readonly<{ id: string; title: string; weight: number; topics: readonly OutlineTopic[] }>;

export type OutlineTopic = Readonly<{
  id: string;
  title: string;
  short: string;
  weight: number;
  gate: boolean;
  condition?: string;
  principles: readonly Principle[];
  criteria: readonly OutlineCriterion[];
}>;

export type OutlineCriterion = Readonly<{ id: string; stage: string; weight: number }>;

/** The words of one topic. */
export type TopicText = Readonly<{
  id: string;
  prompt: string;
  why: string;
  asks: readonly string[];
  /** How an organization at each stage looks, by stage id. */
  stages: Readonly<Record<string, string>>;
  criteria: readonly CriterionText[];
}>;

export type CriterionText = Readonly<{
  id: string;
  statement: string;
  population?: string;
  unit?: string;
  check: string;
  look: readonly string[];
  evidence: string;
}>;

/** Leaves of a questionnaire what the walk needs at once: about a tenth of it. */
export function outlineOf(questionnaire: Questionnaire): WalkOutline {
  const { id, version, threshold, stages, profile, pillars } = questionnaire;
  return {
    id,
    version,
    threshold,
    stages: stages.map((stage) => ({ id: stage.id, title: stage.title })),
    facts: profile.map((fact) => ({ id: fact.id, question: fact.question })),
    pillars: pillars.map((pillar) => ({
      id: pillar.id,
      title: pillar.title,
      weight: pillar.weight,
      topics: pillar.topics.map((topic) => ({
        id: topic.id,
        title: topic.title,
        short: topic.short,
        weight: topic.weight,
        gate: topic.gate,
        ...(topic.condition ? { condition: topic.condition } : {}),
        principles: topic.principles,
        criteria: topic.criteria.map((criterion) => ({
          id: criterion.id,
          stage: criterion.stage,
          weight: criterion.weight,
        })),
      })),
    })),
  };
}

/** The words of a pillar's topics; undefined when the questionnaire has no such pillar. */
export function pillarTexts(questionnaire: Questionnaire, pillar: string): readonly TopicText[] | undefined {
  return questionnaire.pillars
    .find((candidate) => candidate.id === pillar)
    ?.topics.map((topic) => ({
      id: topic.id,
      prompt: topic.prompt,
      why: topic.why,
      asks: topic.asks,
      stages: topic.stages,
      criteria: topic.criteria.map(({ id, statement, population, unit, check, look, evidence }) => ({
        id,
        statement,
        ...(population ? { population } : {}),
        ...(unit ? { unit } : {}),
        check,
        look,
        evidence,
      })),
    }));
}

/** A topic with where it stands. */
export type Place = Readonly<{ pillar: OutlinePillar; topic: OutlineTopic; index: number }>;

/** All topics in the order of the walk. */
export function placesOf(outline: WalkOutline): readonly Place[] {
  return outline.pillars.flatMap((pillar) => pillar.topics.map((topic, index) => ({ pillar, topic, index })));
}

/** Every criterion that is asked somewhere, whether in scope or not. */
export function criteriaAsked(places: readonly Place[]): ReadonlySet<string> {
  return new Set(places.flatMap(({ topic }) => topic.criteria.map(({ id }) => id)));
}

/** Whether a topic counts: only a profile fact that is false takes it out. */
export function isInScope(topic: Pick<OutlineTopic, "condition">, profile: Profile): boolean {
  return topic.condition === undefined || profile[topic.condition] !== false;
}

/** Topics that a profile takes out, by id. */
export function leftOut(
  {
    pillars,
  }: Readonly<{ pillars: readonly Readonly<{ topics: readonly Pick<OutlineTopic, "id" | "condition">[] }>[] }>,
  profile: Profile,
): readonly string[] {
  return pillars.flatMap(({ topics }) => topics.filter((topic) => !isInScope(topic, profile)).map(({ id }) => id));
}

/** The part of a topic's address below the walk: "identity/sign-in-strength". */
export function topicPath(topic: string): string {
  return topic.replace(".", "/");
}

/** The last part of a criterion's id, which names it inside its topic. */
export function criterionSlug(criterion: string): string {
  return criterion.slice(criterion.lastIndexOf(".") + 1);
}

/** The topic that a criterion's id begins with. */
export function topicOfCriterion(criterion: string): string {
  return criterion.slice(0, criterion.lastIndexOf("."));
}
