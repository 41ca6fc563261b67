import type { Answer } from "../scoring/types";

/** How an answer came to be, as history keeps it. */
export type SaveHow = "hand" | "stage-pick" | "rest-not-met" | "undo" | "confirmed" | "interview" | "reconciled";

/** As ISO text or as ms since 1970: many are cheaper as numbers. */
export type Moment = string | number;

/** One criterion's answer as the server holds it. */
export type Entry = Readonly<{
  /** null: unanswered, only a note was written or the answer was taken back. */
  answer: Answer | null;
  note: string;
  /** Counts up from 1 with each change. */
  version: number;
  /** A `SaveHow`, or import, copy, quick-check, sample, acceptance, refusal. */
  how: string;
  changedBy: string;
  changedAt: Moment;
  /** Why "not applicable" was refused, where it was. */
  refused?: string;
  /** Who accepted "not applicable". */
  acceptedBy?: string;
}>;

/** An answer in the flat form that the server sends and stores. */
export type StoredAnswer = Readonly<{
  status?: string | null;
  coverage?: number | null;
  count?: number | null;
  population?: number | null;
  reason?: string | null;
  accepted?: boolean;
  acceptedBy?: string | null;
  note: string;
  version: number;
  how: string;
  changedBy: string;
  changedAt: Moment;
}>;

/** Answers of some criteria as they stand, with the names of who gave or accepted them. */
export type AnswersRead = Readonly<{
  answers: readonly (StoredAnswer & Readonly<{ criterion: string }>)[];
  names: Readonly<Record<string, string>>;
}>;

/** Reads the flat form. A status that isn't known reads as unanswered. */
export function entryOf(stored: StoredAnswer): Entry {
  const { note, version, how, changedBy, changedAt } = stored;
  return {
    answer: answerOf(stored),
    note,
    version,
    how,
    changedBy,
    changedAt,
    ...(stored.status === "unknown" && stored.reason ? { refused: stored.reason } : {}),
    ...(stored.acceptedBy ? { acceptedBy: stored.acceptedBy } : {}),
  };
}

function answerOf({ status, coverage, count, population, reason, accepted, acceptedBy }: StoredAnswer): Answer | null {
  switch (status) {
    case "met":
    case "not-met":
    case "unknown":
      return { status };
    case "partly":
      return {
        status,
        coverage: coverage ?? 0,
        ...(typeof count === "number" && typeof population === "number" ? { count, population } : {}),
      };
    case "not-applicable":
      return { status, reason: reason ?? "", accepted: accepted ?? (acceptedBy ?? null) !== null };
    default:
      return null;
  }
}

/** Whether two answers say the same. Acceptance is somebody else's word and doesn't count. */
export function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.status === "partly" && b.status === "partly") {
    return a.coverage === b.coverage && a.count === b.count && a.population === b.population;
  }
  if (a.status === "not-applicable" && b.status === "not-applicable") return a.reason === b.reason;
  return a.status === b.status;
}

/** The answer's fields as a save request takes them. */
export function answerFields(answer: Answer | null): Readonly<Record<string, unknown>> {
  if (answer === null) return { status: null };
  if (answer.status === "not-applicable") return { status: answer.status, reason: answer.reason };
  return { ...answer };
}
