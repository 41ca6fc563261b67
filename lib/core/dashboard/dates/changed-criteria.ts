import type { Cause, Change, CriterionChange, State } from "../../scoring/change";
import { answerWords } from "../../words/answers";
import { formatDay } from "../../words/format";
import type { DashboardLinks } from "../addresses";
import type { ContentIndex } from "../content-index";

/** Who last changed an answer by the later date, and on what day (YYYY-MM-DD); by criterion id. */
export type ChangedBy = ReadonlyMap<string, Readonly<{ name: string; day: string }>>;

/** One criterion's part in the change of the overall level. */
export type ChangedCriterion = Readonly<{
  id: string;
  topic: string;
  statement: string;
  place: string;
  causes: readonly Cause[];
  before: string;
  after: string;
  /** Part in the change of the overall level, by its answer and its evidence. */
  answer: number;
  evidence: number;
  /** Who last changed the answer, and when: "CISO, 12 Nov 2026"; empty where evidence alone moved it. */
  by: string;
  href: string;
}>;

/** Criteria that moved the level, the largest part first. */
export function changedCriteria(
  { change, a, b, by }: Readonly<{ change: Change; a: State; b: State; by: ChangedBy }>,
  index: ContentIndex,
  links: Pick<DashboardLinks, "explain">,
): readonly ChangedCriterion[] {
  return change.criteria.map((part) => {
    const { criterion, topic, pillar } = index.criterionOf(part.criterion);
    const who = part.answer === 0 && part.corrected === 0 ? undefined : by.get(criterion.id);
    return {
      id: criterion.id,
      topic: topic.id,
      statement: criterion.statement,
      place: `${pillar.title}, ${topic.short}`,
      causes: causesOf(part),
      before: answerWords(a.claims.answers.get(criterion.id), criterion.unit),
      after: answerWords(b.claims.answers.get(criterion.id), criterion.unit),
      answer: part.answer,
      evidence: part.evidence,
      by: who ? `${who.name}, ${formatDay(who.day)}` : "",
      href: links.explain({ of: "criterion", id: criterion.id }),
    };
  });
}

function causesOf({ cause, answer, corrected }: CriterionChange): readonly Cause[] {
  if (answer === 0 && corrected === 0) return ["evidence"];
  return corrected !== 0 && cause !== "corrected" ? [cause, "corrected"] : [cause];
}
