import { scoreAssessment } from "../../scoring/score";
import { answerWords } from "../../words/answers";
import { type ChangeView, causeName, describeChange } from "../change-rows";
import type { ContentIndex } from "../content-index";
import type { DashboardInput } from "../dashboard-input";

/** One criterion's part in the change of the overall level. */
export type ChangedCriterion = Readonly<{
  id: string;
  statement: string;
  place: string;
  cause: string;
  before: string;
  after: string;
  /** Part of its answer and of its evidence, in overall level. */
  answer: number;
  evidence: number;
  href: string;
}>;

/** Which criteria moved the overall level since a snapshot. */
export type ChangeExplanation = Readonly<{
  of: "change";
  title: string;
  view: ChangeView;
  criteria: readonly ChangedCriterion[];
}>;

/** "left-out" where there is nothing to compare with. */
export function explainChangedCriteria(input: DashboardInput, index: ContentIndex): ChangeExplanation | "left-out" {
  const view = describeChange(input, scoreAssessment(input.model, input.claims));
  if (!view || !input.against) return "left-out";
  const earlier = input.against.state.claims.answers;
  const criteria = view.change.criteria.map((part): ChangedCriterion => {
    const { criterion, topic, pillar } = index.criterionOf(part.criterion);
    return {
      id: criterion.id,
      statement: criterion.statement,
      place: `${pillar.title}, ${topic.short}`,
      cause: causeName(part.answer === 0 ? "evidence" : part.cause),
      before: answerWords(earlier.get(criterion.id), criterion.unit),
      after: answerWords(input.claims.answers.get(criterion.id), criterion.unit),
      answer: part.answer,
      evidence: part.evidence,
      href: input.links.explain({ of: "criterion", id: criterion.id }),
    };
  });
  return { of: "change", title: "Change, criterion by criterion", view, criteria };
}
