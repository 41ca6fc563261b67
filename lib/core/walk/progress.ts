import type { AssessmentScore, PillarScore, Profile, TopicScore } from "../scoring/types";
import { isInScope, type OutlinePillar, type OutlineTopic, type WalkOutline } from "./outline";

/** Criteria answered with anything but unknown, of those in scope. */
export type Progress = Readonly<{ answered: number; inScope: number }>;

/** A topic of the list on the left. `score` is absent out of scope, and where everything in it is not applicable. */
export type TopicRow = Readonly<{ topic: OutlineTopic; score?: TopicScore; open: number; inScope: boolean }>;

export type PillarRow = Readonly<{
  pillar: OutlinePillar;
  score?: PillarScore;
  progress: Progress;
  topics: readonly TopicRow[];
}>;

/** The list of pillars and topics with how far each is. "Open" counts what isn't known: unanswered and unknown. */
export function walkRows(
  outline: WalkOutline,
  score: AssessmentScore,
  profile: Profile,
  isKnown: (criterion: string) => boolean,
): readonly PillarRow[] {
  const pillars = new Map(score.pillars.map((pillar) => [pillar.id, pillar]));
  return outline.pillars.map((pillar) => {
    const scored = pillars.get(pillar.id);
    const scores = new Map(scored?.topics.map((topic) => [topic.id, topic]));
    const topics = pillar.topics.map((topic) => ({
      topic,
      score: scores.get(topic.id),
      open: topic.criteria.filter(({ id }) => !isKnown(id)).length,
      inScope: isInScope(topic, profile),
    }));
    return { pillar, score: scored, progress: progressOf(topics), topics };
  });
}

function progressOf(topics: readonly TopicRow[]): Progress {
  let inScope = 0;
  let open = 0;
  for (const row of topics) {
    if (!row.inScope) continue;
    inScope += row.topic.criteria.length;
    open += row.open;
  }
  return { answered: inScope - open, inScope };
}
