import type { ExplainTarget } from "../addresses";
import { indexContent } from "../content-index";
import type { DashboardInput } from "../dashboard-input";
import { type CriterionExplanation, explainCriterion } from "./explain-criterion";
import { explainOverall, type OverallExplanation } from "./explain-overall";
import { explainPace, type PaceExplanation } from "./explain-pace";
import { explainPillar, type PillarExplanation } from "./explain-pillar";
import { explainTag, type TagExplanation } from "./explain-tag";
import { explainTopic, type TopicExplanation } from "./explain-topic";

export type Explanation =
  | OverallExplanation
  | PaceExplanation
  | PillarExplanation
  | TopicExplanation
  | CriterionExplanation
  | TagExplanation;

/**
 * Explains one number of the dashboard.
 *
 * @returns null where the questionnaire has nothing of that id; "left-out" where it has, and there is no number: it is
 *   out of scope, not applicable, or there is nothing to compare with
 */
export function explainNumber(input: DashboardInput, target: ExplainTarget): Explanation | "left-out" | null {
  const index = indexContent(input.questionnaire);
  switch (target.of) {
    case "overall":
      return explainOverall(input, index) ?? "left-out";
    case "pace":
      return explainPace(input, index);
    case "pillar":
      return explainPillar(input, target.id, index);
    case "topic":
      return explainTopic(input, target.id, index);
    case "criterion":
      return explainCriterion(input, target.id, index);
    default:
      return explainTag(input, { kind: target.of, id: target.id }, index);
  }
}
