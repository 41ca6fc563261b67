import type { Profile } from "../scoring/types";
import { nextUnanswered } from "./next-unanswered";
import { isInScope, placesOf, type WalkOutline } from "./outline";
import { type Answerable, isAnswerable } from "./walk-data";

/** Where somebody goes on: a criterion without an answer, its number within its topic from 1, and how far the pillar is. */
export type ContinueAt = Readonly<{
  topic: string;
  title: string;
  criterion: string;
  number: number;
  pillar: string;
  /** Criteria of the pillar in scope, and those of them with an answer. */
  answered: number;
  inScope: number;
}>;

/** The topic that somebody was on last, and the criterion that they answered last there, if any. */
export type LastPlace = Readonly<{ topic: string; criterion: string | null }>;

type Walked = Readonly<{ outline: WalkOutline; profile: Profile; isAnswered: (criterion: string) => boolean }>;

/**
 * The next criterion without an answer after where somebody left off, as "next unanswered" of the walk finds it; without a last
 * place the first of all. Null where everything that they may answer has an answer.
 *
 * @param answerable what this person may answer
 */
export function continueAt(
  { outline, profile, isAnswered }: Walked,
  answerable: Answerable,
  last: LastPlace | null,
): ContinueAt | null {
  const mine = {
    ...outline,
    pillars: outline.pillars.map((pillar) => ({
      ...pillar,
      topics: pillar.topics.filter(({ id }) => isAnswerable(answerable, id, pillar.id)),
    })),
  };
  const found = nextUnanswered(mine, profile, isAnswered, last);
  const place = placesOf(outline).find(({ topic }) => topic.id === found?.topic);
  if (!found || !place) return null;
  const criteria = place.pillar.topics
    .filter((topic) => isInScope(topic, profile))
    .flatMap((topic) => topic.criteria.map(({ id }) => id));
  return {
    ...found,
    title: place.topic.title,
    number: place.topic.criteria.findIndex(({ id }) => id === found.criterion) + 1,
    pillar: place.pillar.title,
    answered: criteria.filter(isAnswered).length,
    inScope: criteria.length,
  };
}
