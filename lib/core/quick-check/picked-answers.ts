import { type PickableTopic, pickStage } from "../scoring/pick-stage";
import type { Answer } from "../scoring/types";

/** What was picked for a topic: a stage's id, or that it is not known yet. */
export const UNKNOWN_PICK = "unknown";
/** By topic id. */
export type Picks = Readonly<Record<string, string>>;

/**
 * The answers that picks stand for, by criterion: a stage fills its topic as a stage pick of the walk does, "unknown"
 * says so of each criterion. Topics without a pick, and picks of topics that aren't given, bring nothing.
 *
 * @throws RangeError for a stage that the questionnaire doesn't have
 */
export function pickedAnswers(
  topics: readonly (PickableTopic & Readonly<{ id: string }>)[],
  stages: readonly Readonly<{ id: string }>[],
  picks: Picks,
): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const topic of topics) {
    const pick = picks[topic.id];
    if (pick === undefined) continue;
    if (pick === UNKNOWN_PICK) {
      for (const { id } of topic.criteria) answers.set(id, { status: "unknown" });
      continue;
    }
    for (const { criterion, answer } of pickStage(topic, stages, new Map(), pick).changes)
      answers.set(criterion, answer);
  }
  return answers;
}
