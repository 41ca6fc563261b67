import type { Answer } from "../scoring/types";

/** How a finding was come by. */
export const METHODS = ["examine", "interview", "test"] as const;
export type Method = (typeof METHODS)[number];

/** What an assessor or reviewer holds to be so of one criterion, apart from what is claimed. It changes no score. */
export type Finding = Readonly<{
  criterion: string;
  status: "met" | "partly" | "not-met" | "not-applicable";
  /** Share in (0, 1), with partly alone. */
  coverage?: number;
  method: Method;
  /** What was looked at, of how many: "12 of 530 laptops". */
  sample: string;
  note: string;
  madeBy: string;
  /** Moment, ms since 1970. */
  madeAt: number;
}>;

/** Shares closer than this say the same. */
const SAME_SHARE = 1e-9;

/**
 * Whether a finding and a claim say different things. An answer that claims nothing yet (unanswered, unknown) can't be
 * contradicted.
 */
export function findingDiffers(finding: Pick<Finding, "status" | "coverage">, answer: Answer | null): boolean {
  if (answer === null || answer.status === "unknown") return false;
  if (finding.status !== answer.status) return true;
  return answer.status === "partly" && Math.abs(answer.coverage - (finding.coverage ?? 0)) > SAME_SHARE;
}
