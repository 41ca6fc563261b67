import type { EvidenceKind, EvidenceMethod } from "../evidence/kinds";
import { currentEvidence } from "../scoring/read-values";
import type { Answer, Evidence } from "../scoring/types";

export type EvidenceFileView = Readonly<{ name: string; mediaType: string; size: number; sha256: string }>;

/** What a piece of evidence says of one criterion, as the walk shows it. */
export type EvidenceView = Evidence &
  Readonly<{
    /** Of the piece, which may speak to several criteria. */
    id: string;
    kind: EvidenceKind;
    link?: string;
    /** Who keeps it current. */
    owner?: string;
    method?: EvidenceMethod;
    sampled?: number;
    population?: number;
    sampledFrom?: string;
    file?: EvidenceFileView;
    /** Who said that it speaks to this criterion. */
    addedBy: string;
    /** Day on which the piece was added, apart from its own date. */
    addedOn: string;
    acceptedBy?: string;
    dismissedBy?: string;
    dismissedReason?: string;
  }>;

/** A deviation, proposed or accepted. `expires` is the first day on which it no longer holds. */
export type ExceptionView = Readonly<{
  criterion: string;
  owner: string;
  reason: string;
  risk: string;
  expires: string;
  /** Who proposed it as it stands, and when (ms since 1970): an acceptance names what it saw by that moment. */
  createdBy: string;
  createdAt: number;
  /** Never who proposed it or answered; absent while it is only proposed. */
  acceptedBy?: string;
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
