import type { Answering } from "./answering";
import { pendingOn } from "./save-queue";

/** The round of an assessment; `roundBegan` in ms since 1970. */
type Round = Readonly<{ round: number; roundBegan: number }>;

/**
 * Whether an answer is "still true?": given in an earlier round, and neither changed nor confirmed since. Whatever waits on this
 * device was done in this round.
 */
export function awaitsConfirmation(state: Answering, criterion: string, { round, roundBegan }: Round): boolean {
  if (round === 1 || pendingOn(state.queue, criterion) !== undefined) return false;
  const entry = state.entries.get(criterion);
  return entry !== undefined && entry.answer !== null && new Date(entry.changedAt).getTime() < roundBegan;
}
