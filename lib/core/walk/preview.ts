import type { Model } from "../scoring/compile-model";
import type { Gain, Unlock } from "../scoring/explain";
import { scoreAssessment } from "../scoring/score";
import type { AssessmentScore, Claims, Score } from "../scoring/types";

/**
 * What meeting one criterion alone would bring, by the real scoring: the rise of the low levels and the stages that
 * would change. Null where it brings nothing to preview: met already, not applicable, or out of scope.
 *
 * @param base the score of the claims as they are
 */
export function previewMet(
  model: Model,
  claims: Claims,
  base: AssessmentScore,
  criterion: string,
): Readonly<{ gain: Gain; unlocks: readonly Unlock[] }> | null {
  const status = claims.answers.get(criterion)?.status;
  if (status === "met" || status === "not-applicable") return null;
  const answers = new Map(claims.answers).set(criterion, { status: "met" });
  const [before, after] = [base, scoreAssessment(model, { ...claims, answers })].map((score) => find(score, criterion));
  if (!before || !after) return null;
  const rise = (of: "topic" | "pillar" | "overall") => after[of].low - before[of].low;
  const unlocks = (["topic", "pillar", "overall"] as const).flatMap((of): Unlock[] => {
    const [from, to] = [before[of].stage, after[of].stage];
    return from === to ? [] : [{ of, id: of === "overall" ? null : before[of].id, from, to }];
  });
  return { gain: { topic: rise("topic"), pillar: rise("pillar"), overall: rise("overall") }, unlocks };
}

type Found = Readonly<Record<"topic" | "pillar" | "overall", Score & Readonly<{ id: string | null }>>>;

function find({ overall, pillars }: AssessmentScore, criterion: string): Found | null {
  const topicId = criterion.slice(0, criterion.lastIndexOf("."));
  for (const pillar of pillars) {
    const topic = pillar.topics.find(({ id }) => id === topicId);
    if (topic && overall) return { topic, pillar, overall: { ...overall, id: null } };
  }
  return null;
}
