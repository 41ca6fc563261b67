import type { Criterion, Topic } from "../../content/types";
import { askNext, type Question } from "../../scoring/ask-next";
import { explainOpen } from "../../scoring/explain";
import { criterionValue, LEFT_OUT } from "../../scoring/read-values";
import type { Answer } from "../../scoring/types";
import { answerWords } from "../../words/answers";
import type { ContentIndex } from "../content-index";
import type { DashboardInput } from "../dashboard-input";
import { type EvidenceVerdict, judgeEvidence, verifiedWords } from "./evidence-verdicts";
import { type MeasureName, present } from "./formula";
import { type OpenRow, openRows } from "./open-rows";

/** What a criterion's answer counts for, what stands behind it, and what meeting it would bring. */
export type CriterionExplanation = Readonly<{
  of: "criterion";
  id: string;
  title: string;
  criterion: Criterion;
  topic: Topic;
  pillar: Readonly<{ id: string; title: string; href: string }>;
  topicHref: string;
  /** Name of the stage that it belongs to. */
  stage: string;
  answer: Answer | undefined;
  answerText: string;
  /** False where the topic's condition takes it out of scope. */
  inScope: boolean;
  values: Readonly<Record<MeasureName, number | undefined>>;
  verified: string;
  evidence: readonly EvidenceVerdict[];
  /** Its share of the weight of its stage, in (0, 1], where it counts. */
  shareOfStage: number | undefined;
  open: OpenRow | undefined;
  /** By how much its answer would narrow the band, where it is unknown. */
  question: Question | undefined;
  walkHref: string;
}>;

/** Null for a criterion that the questionnaire doesn't have. */
export function explainCriterion(input: DashboardInput, id: string, index: ContentIndex): CriterionExplanation | null {
  const placed = index.criteria.get(id);
  if (!placed) return null;
  const { model, claims, links } = input;
  const { criterion, topic, pillar } = placed;
  const answer = claims.answers.get(id);
  const items = claims.evidence.filter((item) => item.criterion === id);
  const inScope = topic.condition === undefined || claims.profile[topic.condition] !== false;
  const value = criterionValue(answer, items, claims.asOf);
  const of = (number: number) => (inScope ? present(number, LEFT_OUT) : undefined);
  const evidence = judgeEvidence(items, answer, claims.asOf);
  const [open] = openRows(
    input,
    explainOpen(model, claims).filter((candidate) => candidate.criterion === id),
    { by: "overall", index },
  );
  return {
    of: "criterion",
    id,
    title: criterion.statement,
    criterion,
    topic,
    pillar: { id: pillar.id, title: pillar.title, href: links.explain({ of: "pillar", id: pillar.id }) },
    topicHref: links.explain({ of: "topic", id: topic.id }),
    stage: index.stageOf(criterion.stage).name,
    answer,
    answerText: answerWords(answer, criterion.unit),
    inScope,
    values: { claimed: of(value.low), upTo: of(value.high), verified: of(value.verified) },
    verified: verifiedWords(evidence, answer),
    evidence,
    shareOfStage: inScope ? shareOfStage(input, placed) : undefined,
    open,
    question: open?.unknown
      ? askNext(model, claims, { limit: Number.POSITIVE_INFINITY }).find((question) => question.criterion === id)
      : undefined,
    walkHref: links.walk(topic.id),
  };
}

function shareOfStage(
  { claims }: DashboardInput,
  { criterion, topic }: Readonly<{ criterion: Criterion; topic: Topic }>,
): number | undefined {
  const counts = ({ id }: Criterion) => claims.answers.get(id)?.status !== "not-applicable";
  if (!counts(criterion)) return undefined;
  const beside = topic.criteria.filter((other) => other.stage === criterion.stage && counts(other));
  return criterion.weight / beside.reduce((sum, { weight }) => sum + weight, 0);
}
