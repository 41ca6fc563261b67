import type { Answer } from "./types";

/** What a stage pick reads of a topic. */
export type PickableTopic = Readonly<{ criteria: readonly Readonly<{ id: string; stage: string }>[] }>;

/** One change and one undo: the answers to write, and counts for the sentence that says what was filled in. */
export type StagePick = Readonly<{
  changes: readonly Readonly<{ criterion: string; answer: Answer }>[];
  /** Filled in as met. */
  met: number;
  /** Filled in as not met. */
  notMet: number;
  /** Answers that were there and stay, unknown among them: someone has said so. */
  kept: number;
  /** Still unanswered. */
  left: number;
}>;

/**
 * Chooses a stage for a topic: its unanswered criteria up to the stage become met, those above stay unanswered, answers
 * already given stay. Choosing the first stage makes the unanswered criteria of the topic's lowest stage that has any
 * (the second, in most models) not met.
 *
 * @param stages of the questionnaire, from the lowest up
 * @throws RangeError when the questionnaire has no such stage
 */
export function pickStage(
  topic: PickableTopic,
  stages: readonly Readonly<{ id: string }>[],
  answers: ReadonlyMap<string, Answer>,
  stage: string,
): StagePick {
  const numberOf = (id: string) => stages.findIndex((candidate) => candidate.id === id);
  const chosen = numberOf(stage);
  if (chosen < 0) throw new RangeError(`there is no stage ${stage}`);
  const lowest = Math.min(...topic.criteria.map((criterion) => numberOf(criterion.stage)));
  return fill(topic, answers, (criterion) => {
    if (chosen === 0) return numberOf(criterion.stage) === lowest ? { status: "not-met" } : undefined;
    return numberOf(criterion.stage) <= chosen ? { status: "met" } : undefined;
  });
}

/** "Rest not met": sets all that is still unanswered in a topic to not met. */
export function pickRestNotMet(topic: PickableTopic, answers: ReadonlyMap<string, Answer>): StagePick {
  return fill(topic, answers, () => ({ status: "not-met" }));
}

function fill(
  topic: PickableTopic,
  answers: ReadonlyMap<string, Answer>,
  answerFor: (criterion: PickableTopic["criteria"][number]) => Answer | undefined,
): StagePick {
  const open = topic.criteria.filter(({ id }) => !answers.has(id));
  const changes = open.flatMap((criterion) => {
    const answer = answerFor(criterion);
    return answer ? [{ criterion: criterion.id, answer }] : [];
  });
  const met = changes.filter(({ answer }) => answer.status === "met").length;
  return {
    changes,
    met,
    notMet: changes.length - met,
    kept: topic.criteria.length - open.length,
    left: open.length - changes.length,
  };
}
