import { currentEvidence } from "../scoring/read-values";
import type { Answer, Evidence } from "../scoring/types";

/** Evidence that says less than the answer does; `measured` is its share where it measured one. */
export type Contradiction = Readonly<{ claimed: number; measured: number | null; evidence: Evidence }>;

/**
 * The accepted evidence of a criterion that speaks against its answer on a day. Evidence that measures as much as is
 * claimed, or more, doesn't contradict, whatever its verdict.
 *
 * @param evidence of this criterion alone
 */
export function findContradictions(
  answer: Answer | undefined,
  evidence: readonly Evidence[],
  asOf: string,
): readonly Contradiction[] {
  const claimed = claimOf(answer);
  if (claimed === 0) return [];
  return currentEvidence(evidence, asOf).flatMap((item): readonly Contradiction[] => {
    if (item.verdict === "supports" && item.expires !== undefined && item.expires <= asOf) return [];
    if (item.coverage === undefined) {
      return item.verdict === "contradicts" ? [{ claimed, measured: null, evidence: item }] : [];
    }
    return item.coverage < claimed ? [{ claimed, measured: item.coverage, evidence: item }] : [];
  });
}

/** The share that an answer claims, in [0, 1]. */
export function claimOf(answer: Answer | undefined): number {
  if (answer?.status === "met") return 1;
  return answer?.status === "partly" ? answer.coverage : 0;
}
