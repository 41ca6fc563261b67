import { currentEvidence } from "../../scoring/read-values";
import type { Answer, Evidence } from "../../scoring/types";
import { formatDay, formatPercent } from "../../words/format";

/** A piece of evidence, whether it has a part in the verified value, and why or why not. */
export type EvidenceVerdict = Readonly<{ evidence: Evidence; counts: boolean; why: string }>;

/**
 * Says of each piece of a criterion's evidence whether it counts on a day and why: the reasons behind `criterionValue`.
 *
 * @param items evidence of one criterion
 * @param asOf calendar day YYYY-MM-DD
 */
export function judgeEvidence(
  items: readonly Evidence[],
  answer: Answer | undefined,
  asOf: string,
): readonly EvidenceVerdict[] {
  const current = new Set(currentEvidence(items, asOf));
  const claim = claimOf(answer);
  return items.map((evidence) => {
    const why = leftOutWords(evidence, current, asOf);
    if (why) return { evidence, counts: false, why };
    if (claim === null) return { evidence, counts: false, why: "The answer claims nothing that it could verify." };
    return { evidence, counts: true, why: partWords(evidence, claim) };
  });
}

/** What evidence leaves of a claim, in words with its numbers: "smallest of claim 92 % and measured 85 %". */
export function verifiedWords(verdicts: readonly EvidenceVerdict[], answer: Answer | undefined): string {
  const claim = claimOf(answer);
  if (answer?.status === "not-applicable") {
    return answer.accepted
      ? "Accepted as not applicable: left out of the score."
      : "Not applicable isn't accepted yet: left out of the claimed score, 0 in the verified one.";
  }
  if (claim === null) return "0: nothing is claimed.";
  const counted = verdicts.filter(({ counts }) => counts).map(({ evidence }) => evidence);
  if (counted.some(contradictsWhole)) return "0: it is contradicted.";
  if (counted.length === 0) return "0: no evidence counts.";
  const measured = counted.flatMap(({ coverage }) => (coverage === undefined ? [] : [`measured ${percent(coverage)}`]));
  if (measured.length === 0) return `${percent(claim)}: evidence stands behind the whole claim.`;
  return `The smallest of claim ${percent(claim)} and ${measured.join(", ")}.`;
}

/** What an answer claims, in (0, 1]; null where there is nothing to verify. */
function claimOf(answer: Answer | undefined): number | null {
  if (answer?.status === "met") return 1;
  return answer?.status === "partly" ? answer.coverage : null;
}

function leftOutWords(evidence: Evidence, current: ReadonlySet<Evidence>, asOf: string): string {
  const { accepted, dismissed, date, source, verdict, expires } = evidence;
  if (dismissed === true) return "Dismissed by a reviewer.";
  if (!accepted) return "Not accepted yet by somebody else than who answered.";
  if (date > asOf) return `Dated after ${formatDay(asOf)}.`;
  if (!current.has(evidence)) return `${source ?? "Its source"} has a newer observation.`;
  if (verdict === "supports" && expires !== undefined && expires <= asOf) return `Expired on ${formatDay(expires)}.`;
  return "";
}

function partWords(evidence: Evidence, claim: number): string {
  const { coverage, verdict, expires } = evidence;
  if (contradictsWhole(evidence)) return "Contradicts the claim: nothing of it is verified.";
  const until = expires && verdict === "supports" ? ` Until ${formatDay(expires)}.` : "";
  if (coverage === undefined) return `Stands behind the claim.${until}`;
  return coverage < claim
    ? `Measures ${percent(coverage)}, less than the claim of ${percent(claim)}.${until}`
    : `Measures ${percent(coverage)}, as much as the claim or more.${until}`;
}

function contradictsWhole({ verdict, coverage }: Evidence): boolean {
  return verdict === "contradicts" && coverage === undefined;
}

function percent(share: number): string {
  return formatPercent(share, { decimals: 1 });
}
