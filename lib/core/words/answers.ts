import type { Answer } from "../scoring/types";
import { formatCountOf, formatPercent } from "./format";

/** An answer in words: "Met", "Partly, 412 of 530 laptops (78 %)", "Not applicable, not accepted yet", "Not answered". */
export function answerWords(answer: Answer | undefined, unit?: string): string {
  switch (answer?.status) {
    case "met":
      return "Met";
    case "partly":
      return `Partly, ${coverageWords(answer, unit)}`;
    case "not-met":
      return "Not met";
    case "unknown":
      return "Not known yet";
    case "not-applicable":
      return answer.accepted ? "Not applicable" : "Not applicable, not accepted yet";
    default:
      return "Not answered";
  }
}

function coverageWords(
  { coverage, count, population }: Readonly<{ coverage: number; count?: number; population?: number }>,
  unit?: string,
): string {
  const share = formatPercent(coverage);
  return count === undefined || population === undefined
    ? share
    : `${formatCountOf({ count, population, unit })} (${share})`;
}
