import type { PillarStanding } from "./pillar-standing";
import type { ReviewKind } from "./review-queue";

/** Heading of each part of the queue. */
export const KIND_TITLES: Readonly<Record<ReviewKind, string>> = {
  contradiction: "Contradictions",
  "not-applicable": "Not applicable, to accept",
  evidence: "Evidence to accept",
  "no-evidence": "Claims without evidence",
  jump: "Unusual jump since the last snapshot",
  changed: "Changed since the last sign-off",
  exception: "Exceptions to accept",
  lapsed: "Lapsed exceptions",
  reply: "Answers to questions",
};

/** One reason in a row: "no evidence". */
export const KIND_SHORT: Readonly<Record<ReviewKind, string>> = {
  contradiction: "contradicted",
  "not-applicable": "not applicable",
  evidence: "evidence",
  "no-evidence": "no evidence",
  jump: "unusual jump",
  changed: "changed since sign-off",
  exception: "exception",
  lapsed: "exception lapsed",
  reply: "question answered",
};

/** State of a pillar's review in words. */
export const STANDING_WORDS: Readonly<Record<PillarStanding["state"], string>> = {
  "in-progress": "in progress",
  "in-review": "in review",
  "signed-off": "signed off",
  reopened: "changed since its sign-off",
};
