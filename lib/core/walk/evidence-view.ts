import { currentEvidence } from "../scoring/read-values";
import type { Answer, Evidence } from "../scoring/types";

/** A piece of evidence as the walk shows it. */
export type EvidenceView = Evidence &
  Readonly<{
    id: string;
    link?: string;
    addedBy: string;
    acceptedBy?: string;
    dismissedBy?: string;
    dismissedReason?: string;
  }>;

/** An accepted deviation. `expires` is the first day on which it no longer holds. */
export type ExceptionView = Readonly<{
  criterion: string;
  owner: string;
  reason: string;
  risk: string;
  expires: string;
  createdBy: string;
}>;

/**
 * How evidence stands to a claim: on an unmeasured verdict as it says; a measurement contradicts only where it measures
 * less.
 */
export type Standing = "supports" | "contradicts";

/** The share that an answer claims: 1 for met, null where it claims none. */
export function claimOf(answer: Answer | null): number | null {
  if (answer?.status === "met") return 1;
  return answer?.status === "partly" ? answer.coverage : null;
}

/** Whether a piece of evidence supports the claim or contradicts it. */
export function standingOf(
  { verdict, coverage }: Pick<Evidence, "verdict" | "coverage">,
  claim: number | null,
): Standing {
  if (coverage === undefined || claim === null) return verdict;
  return coverage < claim ? "contradicts" : "supports";
}

/**
 * The evidence of one criterion that speaks on a day, whether or not it is accepted yet: not dismissed, not expired,
 * the newest of each source.
 */
export function speakingEvidence<E extends Evidence>(evidence: readonly E[], asOf: string): readonly E[] {
  const originals = new Map<Evidence, E>();
  for (const item of evidence) originals.set({ ...item, accepted: true }, item);
  return currentEvidence([...originals.keys()], asOf).flatMap((copy) => {
    const item = originals.get(copy);
    const expired = item?.verdict === "supports" && item.expires !== undefined && item.expires <= asOf;
    return item && !expired ? [item] : [];
  });
}

/** Whether accepted evidence keeps the verified value below the claim. */
export function isContradicted(evidence: readonly Evidence[], answer: Answer | null, asOf: string): boolean {
  const claim = claimOf(answer);
  if (claim === null) return false;
  return speakingEvidence(evidence, asOf).some((item) => standingOf(item, claim) === "contradicts");
}
