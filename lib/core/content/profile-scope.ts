import type { Questionnaire } from "./types";

/** A profile question and what a "no" to it takes out of scope. */
export type FactScope = Readonly<{
  id: string;
  question: string;
  help: string;
  /** Titles of the topics that a "no" leaves out, with their pillar's. */
  topics: readonly Readonly<{ title: string; pillar: string }>[];
  /** How many criteria those topics hold. */
  criteria: number;
}>;

/**
 * All criteria of a questionnaire, and what each profile question can take away of them. A topic hangs on one fact at
 * most; on some facts none does, which are asked for the report and for comparison.
 */
export function profileScope(questionnaire: Questionnaire): Readonly<{ total: number; facts: readonly FactScope[] }> {
  const placed = questionnaire.pillars.flatMap((pillar) => pillar.topics.map((topic) => ({ topic, pillar })));
  const count = (topics: typeof placed) => topics.reduce((sum, { topic }) => sum + topic.criteria.length, 0);
  return {
    total: count(placed),
    facts: questionnaire.profile.map((fact) => {
      const topics = placed.filter(({ topic }) => topic.condition === fact.id);
      const titles = topics.map(({ topic, pillar }) => ({ title: topic.title, pillar: pillar.title }));
      return { id: fact.id, question: fact.question, help: fact.help, topics: titles, criteria: count(topics) };
    }),
  };
}

/** Criteria that are asked with these answers: a fact takes its topics away only where it is false. */
export function criteriaAsked(
  { total, facts }: ReturnType<typeof profileScope>,
  profile: Readonly<Record<string, boolean>>,
): number {
  return facts.reduce((left, fact) => (profile[fact.id] === false ? left - fact.criteria : left), total);
}
