import { mergeNotes } from "../walk/conflict";
import { LONGEST } from "../words/long-text";

/** What somebody noted beside what they said. */
export type SaidNote = Readonly<{ who: string; note: string }>;

/** What a note becomes: undefined where it stays as it is; `full` where that is for want of room. */
type TakenNote = Readonly<{ note?: string; full: boolean }>;

/**
 * The note of an answer that is taken over: the team's own stays, and under it what was noted, each under its own name.
 * @param held the team's note
 */
export function takenNote(held: string, said: readonly SaidNote[]): TakenNote {
  const noted = said.filter(({ note }) => note.trim() !== "").map(({ who, note }) => `${who}: ${note.trim()}`);
  const note = noted.reduce(mergeNotes, held);
  if (noted.length === 0 || note === held.trim()) return { full: false };
  return note.length > LONGEST.note ? { full: true } : { note, full: false };
}
