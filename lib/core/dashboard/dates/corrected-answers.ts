import type { Answer } from "../../scoring/types";
import { sameAnswer } from "../../walk/entry";

/** A version of an answer, null where it was taken back. `correction`: it put an earlier mistake right. */
export type AnswerVersion = Readonly<{ criterion: string; at: Date; answer: Answer | null; correction: boolean }>;

/** Whether a change between two answers can be a correction: what isn't known, or doesn't apply, is told apart anyway. */
export function isCorrectable(before: Answer | null, after: Answer | null): boolean {
  return hasValue(before) && hasValue(after) && !sameAnswer(before, after);
}

/**
 * What answers should have been at an earlier moment, by criterion: as the corrections say that followed them directly. A mistake that
 * was made after that moment and put right is no correction of what was said then. What nothing corrects is left out.
 *
 * @param versions of each criterion in their order
 * @param from the earlier moment
 * @param to the later one: what came after it doesn't count
 */
export function correctedAnswers(
  versions: readonly AnswerVersion[],
  { from, to }: Readonly<{ from: Date; to: Date }>,
): ReadonlyMap<string, Answer> {
  const standing = new Map<string, Answer | null>();
  const ended = new Set<string>();
  const corrected = new Map<string, Answer>();
  for (const { criterion, at, answer, correction } of versions) {
    if (at > to || ended.has(criterion)) continue;
    const before = standing.get(criterion) ?? null;
    if (at > from && !sameAnswer(before, answer)) {
      if (correction && isCorrectable(before, answer) && answer) corrected.set(criterion, answer);
      else ended.add(criterion);
    }
    standing.set(criterion, answer);
  }
  return corrected;
}

function hasValue(answer: Answer | null): boolean {
  return answer?.status === "met" || answer?.status === "partly" || answer?.status === "not-met";
}
