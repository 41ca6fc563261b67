import { criteriaInScope, type PillarStanding } from "../../core/review/pillar-standing";
import type { AssessmentScore } from "../../core/scoring/types";
import { contentHash } from "../content/content-hash";
import type { ReviewState } from "./read-review";

/**
 * A pillar as it would be signed off now, the same for whoever looks.
 * @returns `basis`: what a sign-off rests on, the counted print of each criterion in scope; `stated`: what it says; `print`:
 *   names both, so that whoever signs off names what they saw
 */
export function pillarState(
  { input, outline }: Pick<ReviewState, "input" | "outline">,
  score: AssessmentScore,
  { pillar, remains }: PillarStanding,
) {
  const content = outline.pillars.find(({ id }) => id === pillar);
  const criteria = content ? criteriaInScope(content, input) : [];
  const basis = Object.fromEntries(criteria.map((id) => [id, input.prints.get(id)?.counted ?? ""]));
  const scored = score.pillars.find(({ id }) => id === pillar);
  const stated = {
    ...(scored ? { low: scored.low, high: scored.high, verified: scored.verified, stage: scored.stage } : {}),
    remains,
  };
  return { basis, stated, print: contentHash({ basis, stated }) };
}
