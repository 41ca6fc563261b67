import type { Answer } from "../scoring/types";
import { type Entry, sameAnswer } from "./entry";

/** Two people on one answer: what I wanted and what stands. The server's counts until one is picked. */
export type Conflict = Readonly<{
  criterion: string;
  mine: Readonly<{ answer: Answer | null; note?: string }>;
  theirs: Entry;
}>;

/** Both notes in one text; one of them where the other says nothing more. */
export function mergeNotes(theirs: string, mine: string): string {
  const [a, b] = [theirs.trim(), mine.trim()];
  if (a === "" || b.includes(a)) return b;
  if (b === "" || a.includes(b)) return a;
  return `${a}\n\n${b}`;
}

/**
 * What picking one side still has to save: null where what stands is already all of it. Notes are kept from both sides,
 * whichever answer is picked.
 */
export function settleConflict(
  { mine, theirs }: Conflict,
  pick: "mine" | "theirs",
): Readonly<{ answer: Answer | null; note?: string }> | null {
  const note = mine.note === undefined ? undefined : mergeNotes(theirs.note, mine.note);
  const noteChanges = note !== undefined && note !== theirs.note;
  const answer = pick === "mine" ? mine.answer : theirs.answer;
  if (sameAnswer(answer, theirs.answer) && !noteChanges) return null;
  return noteChanges ? { answer, note } : { answer };
}
