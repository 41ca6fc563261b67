import { type Entry, sameAnswer } from "./entry";
import type { QueuedChange } from "./save-queue";

/**
 * The version that a change became, where it had been saved and its acknowledgement was lost: somebody's own later
 * version that says the same.
 *
 * @param versions of the criterion, in any order
 * @returns undefined where none is
 */
export function savedBefore(change: QueuedChange, me: string, versions: readonly Entry[]): Entry | undefined {
  return versions.find(
    (one) =>
      one.version > change.base &&
      one.changedBy === me &&
      sameAnswer(one.answer, change.answer) &&
      (change.note === undefined || change.note === one.note),
  );
}
