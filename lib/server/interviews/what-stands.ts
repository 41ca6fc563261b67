import type { Kept } from "../../core/said/said";
import type { InterviewAnswer } from "../platform/database/generated/client";
import { storedSaid } from "./read-guest-interview";

type Named = Readonly<{ criterion: string }>;

/** The criteria of a request that weren't taken: something as new, or newer, stands. */
export function notTaken(said: readonly Named[], taken: readonly Named[]): string[] {
  const done = new Set(taken.map(({ criterion }) => criterion));
  return said.map(({ criterion }) => criterion).filter((criterion) => !done.has(criterion));
}

/** What stands of one, as the device is told. */
export function standingOf({
  criterion,
  answer,
  note,
  sequence,
}: Pick<InterviewAnswer, "criterion" | "answer" | "note" | "sequence">): Kept["standing"][number] {
  return { criterion, answer: storedSaid.parse(answer), note, sequence };
}
