import type { Answer } from "../scoring/types";
import type { EvidenceView, ExceptionView } from "../walk/evidence-view";
import type { Finding } from "./finding";

type Behind = Readonly<{
  answer: Answer | null;
  /** Of this criterion alone, as the others. */
  evidence: readonly EvidenceView[];
  exception?: ExceptionView;
  findings: readonly Finding[];
}>;

/**
 * What a sign-off rests on: the claim, the evidence that counts and the accepted exception. Notes, questions, findings and what
 * is still to be accepted are not in it, so they reopen nothing; nor does time alone.
 * @returns plain data to be hashed: equal data, equal hash
 */
export function countedState({ answer, evidence, exception }: Behind): unknown {
  const counted = evidence.filter(({ accepted, dismissed }) => accepted && !dismissed);
  return {
    answer,
    evidence: counted.map(({ id, date, expires, source, verdict, coverage }) => ({
      ...{ id, date, expires, source, verdict, coverage },
    })),
    exception: exception?.acceptedBy ? exceptionState(exception) : undefined,
  };
}

/** What a reviewer looks at when they let a claim stand: all of the above, what waits for acceptance, and findings. */
export function seenState({ answer, evidence, exception, findings }: Behind): unknown {
  return {
    answer,
    evidence: evidence.map(({ id, date, expires, source, verdict, coverage, accepted, dismissed }) => ({
      ...{ id, date, expires, source, verdict, coverage, accepted, dismissed },
    })),
    exception: exception && { ...exceptionState(exception), accepted: exception.acceptedBy !== undefined },
    findings: findings.map(({ status, coverage, madeBy }) => ({ status, coverage, madeBy })),
  };
}

function exceptionState({ owner, reason, risk, expires }: ExceptionView) {
  return { owner, reason, risk, expires };
}

/** What is looked at in a piece of evidence itself. Who keeps it current, and who added it, change nothing that it shows. */
export const SEEN_OF_PIECE = [
  ...(["kind", "title", "date", "expires", "source", "link"] as const),
  ...(["method", "sampled", "population", "sampledFrom"] as const),
] as const;

/**
 * What a reviewer looks at when they give their word on what one piece says of some criteria: the piece, what it says of each,
 * and the word that it has already. In clear: a browser makes it of what it shows.
 */
export function evidencePrint(views: readonly EvidenceView[]): string {
  const [piece] = views;
  if (!piece) return "";
  const says = views.map(({ criterion, verdict, coverage, accepted, dismissed, dismissedReason }) =>
    JSON.stringify([criterion, verdict, coverage, dismissed ? ["dismissed", dismissedReason] : accepted]),
  );
  return JSON.stringify([SEEN_OF_PIECE.map((field) => piece[field]), piece.file?.sha256, says.sort()]);
}

/** A reviewer's mark: what was looked at, and why it stood in the queue. */
export function markPrint(seen: string, kinds: readonly string[]): string {
  return [seen, ...kinds].join(" ");
}

/** Whether a mark still holds: the same state, and no reason that it didn't know. */
export function markHolds(mark: string | undefined, seen: string, kinds: readonly string[]): boolean {
  const [state, ...known] = (mark ?? "").split(" ");
  return state === seen && kinds.every((kind) => known.includes(kind));
}
