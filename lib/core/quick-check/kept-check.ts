import type { Picks } from "./picked-answers";

/** A quick check as a browser keeps it. Nothing of it is ever sent before a person says so. */
export type KeptCheck = Readonly<{
  /** Calendar day, YYYY-MM-DD, of the last pick. */
  day: string;
  picks: Picks;
}>;

/** More than any questionnaire asks. */
const MOST_PICKS = 200;

/** Reads what a browser kept; null for anything that isn't a quick check, whoever wrote it. */
export function readKept(text: string | null): KeptCheck | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("day" in value) || !("picks" in value)) return null;
  const { day, picks } = value;
  if (typeof day !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  if (typeof picks !== "object" || picks === null) return null;
  const entries = Object.entries(picks).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return entries.length === 0 ? null : { day, picks: Object.fromEntries(entries.slice(0, MOST_PICKS)) };
}

/** The picks that fit what is asked now: a questionnaire may have moved on since. */
export function fittingPicks(
  picks: Picks,
  { topics, stages }: Readonly<{ topics: readonly string[]; stages: readonly string[] }>,
): Picks {
  return Object.fromEntries(
    Object.entries(picks).filter(([topic, pick]) => topics.includes(topic) && stages.includes(pick)),
  );
}
