import type { Questionnaire, Topic } from "../../../lib/core/content/types";

/**
 * The published questionnaire with copies of its topics, until it has as many criteria as asked for or a few more.
 * Copies carry a number in their ids and titles; nothing else differs.
 */
export function largeQuestionnaire(questionnaire: Questionnaire, criteria: number): Questionnaire {
  let count = countOf(questionnaire);
  const pillars = questionnaire.pillars.map((pillar) => ({ ...pillar, topics: [...pillar.topics] }));
  for (let copy = 2; count < criteria; copy++) {
    for (const [at, pillar] of questionnaire.pillars.entries()) {
      for (const topic of pillar.topics) {
        if (count >= criteria) break;
        pillars[at]?.topics.push(copyOf(topic, copy));
        count += topic.criteria.length;
      }
    }
  }
  return { ...questionnaire, id: `${questionnaire.id}-large`, pillars };
}

function copyOf(topic: Topic, copy: number): Topic {
  const id = `${topic.id}-${copy}`;
  return {
    ...topic,
    id,
    title: `${topic.title} ${copy}`,
    short: `${topic.short} ${copy}`,
    criteria: topic.criteria.map((criterion) => ({
      ...criterion,
      id: `${id}.${criterion.id.slice(topic.id.length + 1)}`,
    })),
  };
}

function countOf({ pillars }: Questionnaire): number {
  return pillars.flatMap(({ topics }) => topics.flatMap((topic) => topic.criteria)).length;
}
