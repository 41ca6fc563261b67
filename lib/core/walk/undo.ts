import type { Answer } from "../scoring/types";
import { sameAnswer } from "./entry";

/** One action that can be taken back: what each criterion said before and after it. */
export type UndoStep = Readonly<{
  changes: readonly Readonly<{ criterion: string; before: Answer | null; after: Answer | null }>[];
}>;

/** How many actions can be taken back, the newest first to go back. */
const DEPTH = 100;

export function pushUndo(steps: readonly UndoStep[], step: UndoStep): readonly UndoStep[] {
  return [...steps, step].slice(-DEPTH);
}

/**
 * What taking an action back would change now. Where the answer is no longer what the action made of it, somebody else
 * has changed it since: that criterion stays as it is.
 *
 * @param answerOf the answer as it stands now
 */
export function planUndo(
  step: UndoStep,
  answerOf: (criterion: string) => Answer | null,
): Readonly<{ changes: readonly Readonly<{ criterion: string; answer: Answer | null }>[]; left: readonly string[] }> {
  const changes: { criterion: string; answer: Answer | null }[] = [];
  const left: string[] = [];
  for (const { criterion, before, after } of step.changes) {
    if (sameAnswer(answerOf(criterion), after)) changes.push({ criterion, answer: before });
    else left.push(criterion);
  }
  return { changes, left };
}
