import type { Profile } from "../scoring/types";
import { isInScope, placesOf, type WalkOutline } from "./outline";

export type Found = Readonly<{ topic: string; criterion: string }>;

type Where = Readonly<{ topic: string; criterion: string | null }>;

/**
 * The next criterion in scope without any answer, after `from` in the order of the walk and around its end; null where
 * none is left. Unknown is an answer: somebody has said so.
 */
export function nextUnanswered(
  outline: WalkOutline,
  profile: Profile,
  isAnswered: (criterion: string) => boolean,
  from: Where | null,
): Found | null {
  const all = placesOf(outline)
    .filter(({ topic }) => isInScope(topic, profile) || topic.id === from?.topic)
    .flatMap(({ topic }) =>
      topic.criteria.map(({ id }) => ({ topic: topic.id, criterion: id, counts: isInScope(topic, profile) })),
    );
  const start = from ? startAfter(all, from) : 0;
  const turned = [...all.slice(start), ...all.slice(0, start)];
  const found = turned.find(({ criterion, counts }) => counts && !isAnswered(criterion));
  return found ? { topic: found.topic, criterion: found.criterion } : null;
}

/** Where the walk begins among criteria: the first without an answer, else the first; null where there is none. */
export function firstToAnswer(criteria: readonly string[], isAnswered: (criterion: string) => boolean): string | null {
  return criteria.find((id) => !isAnswered(id)) ?? criteria[0] ?? null;
}

function startAfter(all: readonly Found[], { topic, criterion }: Where): number {
  const at = all.findIndex((one) => (criterion ? one.criterion === criterion : one.topic === topic));
  return criterion ? at + 1 : Math.max(at, 0);
}
