import type { Answer, Claims, Evidence } from "../scoring/types";
import { coverageOf } from "./check-answer";
import { factsOf } from "./profile";
import type { AssessmentFile, FileAnswer, FileEvidence } from "./schema";

/**
 * What a file says, as scoring reads it. `accepted` is taken as written; absent means not accepted.
 *
 * @param file as `parseAssessmentFile` gave it
 * @param asOf calendar day YYYY-MM-DD on which evidence is judged
 */
export function toClaims(file: AssessmentFile, asOf: string): Claims {
  return {
    answers: new Map(file.answers.map((answer) => [answer.criterion, toAnswer(answer)])),
    evidence: file.answers.flatMap((answer) =>
      (answer.evidence ?? []).map((item) => toEvidence(answer.criterion, item)),
    ),
    profile: factsOf(file.profile),
    asOf,
  };
}

/** One answer of a file, as scoring reads it. */
export function toAnswer(answer: FileAnswer): Answer {
  switch (answer.status) {
    case "partly": {
      const { count, population } = answer;
      const counted = count !== undefined && population !== undefined ? { count, population } : {};
      return { status: "partly", coverage: coverageOf(answer) ?? 0, ...counted };
    }
    case "not-applicable":
      return { status: "not-applicable", reason: answer.reason ?? "", accepted: answer.accepted ?? false };
    default:
      return { status: answer.status };
  }
}

/** What a file says of a piece itself, beside what scoring reads. */
export type PieceFacts = Pick<
  FileEvidence,
  "kind" | "link" | "owner" | "method" | "sampled" | "population" | "sampledFrom" | "file"
>;

/** One piece of evidence of a file, as scoring reads it, with the rest of what is said of it. */
export function toEvidence(criterion: string, item: FileEvidence): Evidence & PieceFacts {
  const { accepted, dismissed, ...rest } = item;
  return { criterion, ...rest, accepted: accepted ?? false, dismissed: dismissed !== undefined && dismissed !== false };
}
