import type { Criterion, Questionnaire, Topic } from "../../lib/core/content/types";
import { capitalise } from "../../lib/core/words/format";
import { type SmallModel, smallTree } from "./small-model";

/** What a small model leaves out: tags of criteria by id; all others have the first of each. */
type Tags = Readonly<Record<string, Partial<Pick<Criterion, "principles" | "drivers">>>>;

/**
 * A whole questionnaire from the short notation of `smallTree`, for tests of words: titles are the capitalised ids, a
 * criterion's statement is "<Id> holds."; pillar, topic and criterion ids are taken as they are.
 */
export function titledQuestionnaire(model: SmallModel, tags: Tags = {}): Questionnaire {
  const { stages, threshold, pillars } = smallTree(model);
  const topicOf = (topic: (typeof pillars)[number]["topics"][number]): Topic => ({
    ...topic,
    title: capitalise(topic.id),
    short: capitalise(topic.id),
    prompt: `How is ${topic.id}?`,
    why: "Because.",
    asks: ["who knows"],
    principles: ["verify-explicitly"],
    drivers: ["mobile-access"],
    stages: {},
    criteria: topic.criteria.map(({ id, stage, weight }) => ({
      id,
      stage,
      weight,
      statement: `${capitalise(id)} holds.`,
      check: "How to check it.",
      look: ["Where to look."],
      evidence: "What proves it.",
      principles: ["verify-explicitly"],
      drivers: ["mobile-access"],
      crosswalk: {},
      ...tags[id],
    })),
  });
  return {
    id: "titled",
    version: "1.0.0",
    title: "Titled questionnaire",
    summary: "For tests of words.",
    threshold,
    stages: stages.map(({ id }) => ({ id, title: capitalise(id), summary: `How ${id} looks.` })),
    profile: [],
    pillars: pillars.map((pillar) => ({
      ...pillar,
      title: capitalise(pillar.id),
      summary: "What it is about.",
      topics: pillar.topics.map(topicOf),
    })),
    quickCheck: [],
    initiatives: [],
  };
}
