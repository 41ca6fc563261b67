import type { Topic } from "../../content/types";
import type { StageRef } from "../../marks/stage-ref";
import { reaches } from "../../scoring/evaluate";
import { explainOpen } from "../../scoring/explain";
import { LEFT_OUT } from "../../scoring/read-values";
import { answerWords } from "../../words/answers";
import type { ContentIndex } from "../content-index";
import type { DashboardInput } from "../dashboard-input";
import { exact, type Formula, levelText, type MeasureName, meanText, present } from "./formula";
import { type OpenRow, openRows } from "./open-rows";
import { MEASURES, type Runs, runAll, valuesOf } from "./runs";
import { levelsOf } from "./weighted-parts";

type Values = Readonly<Record<MeasureName, number | undefined>>;

/** A criterion as a part of its stage's mean; a value is absent where the criterion is left out of that measure. */
export type CriterionPart = Readonly<{
  id: string;
  statement: string;
  answer: string;
  weight: number;
  values: Values;
  evidence: number;
  href: string;
}>;

/** One stage of a topic: its criteria, its mean, and whether that is enough. */
export type StagePart = Readonly<{
  stage: StageRef;
  criteria: readonly CriterionPart[];
  means: Readonly<Record<MeasureName, number>>;
  formula: string;
  /** The mean is that of the nearest higher stage with applicable criteria, or 1 if none has. */
  borrowed: boolean;
  /** By the claimed mean. */
  holds: boolean;
}>;

/** Why a topic has its level and stage. */
export type TopicExplanation = Readonly<{
  of: "topic";
  id: string;
  title: string;
  topic: Topic;
  pillar: Readonly<{ id: string; title: string; href: string }>;
  levels: Values;
  /** Of the claimed score. */
  stage: StageRef;
  threshold: number;
  stages: readonly StagePart[];
  formulas: readonly Formula[];
  open: readonly OpenRow[];
  answered: number;
  inScope: number;
  walkHref: string;
}>;

/** Null for a topic that the questionnaire doesn't have; "left-out" for one without a score. */
export function explainTopic(
  input: DashboardInput,
  id: string,
  index: ContentIndex,
): TopicExplanation | "left-out" | null {
  const placed = index.topics.get(id);
  if (!placed) return null;
  const { model, claims, links } = input;
  const runs = runAll(model, claims);
  const t = model.topics.findIndex((topic) => topic.id === id);
  const stageNumber = runs.claimed.topicStage[t] ?? 0;
  const stage = index.stages[stageNumber - 1];
  if (!stage) return "left-out";
  const { topic, pillar } = placed;
  const levels = levelsOf(runs, (run) => run.topicLevel[t]);
  const stages = index.stages.slice(1).map((ref) => stagePart(input, { runs, t, topic, ref }));
  const flags = topic.criteria.map((criterion) => model.indexOfCriterion.get(criterion.id) ?? -1);
  const count = (all: Uint8Array) => flags.reduce((sum, criterion) => sum + (all[criterion] ?? 0), 0);
  return {
    of: "topic",
    id,
    title: topic.title,
    topic,
    pillar: { id: pillar.id, title: pillar.title, href: links.explain({ of: "pillar", id: pillar.id }) },
    levels,
    stage,
    threshold: model.threshold,
    stages,
    formulas: levelFormulas(stages, levels),
    open: openRows(
      input,
      explainOpen(model, claims).filter((open) => open.topic === id),
      { by: "overall", index },
    ),
    answered: count(runs.values.answered),
    inScope: count(runs.values.inScope),
    walkHref: links.walk(id),
  };
}

/** The level of a topic from the means of its stages, three times. */
export function levelFormulas(stages: readonly Pick<StagePart, "means">[], levels: Values): readonly Formula[] {
  return MEASURES.flatMap((measure): readonly Formula[] => {
    const result = levels[measure];
    if (result === undefined) return [];
    return [{ measure, text: `${levelText(stages.map(({ means }) => means[measure]))} = ${exact(result)}`, result }];
  });
}

function stagePart(
  { model, claims, links }: DashboardInput,
  { runs, t, topic, ref }: Readonly<{ runs: Runs; t: number; topic: Topic; ref: StageRef }>,
): StagePart {
  const stageId = model.stages[ref.number - 1];
  const at = t * (model.stages.length - 1) + ref.number - 2;
  const criteria = topic.criteria
    .filter((criterion) => criterion.stage === stageId)
    .map(({ id, statement, unit, weight }): CriterionPart => {
      const slot = slotOf(model.slots.criterion, model.indexOfCriterion.get(id), model.topics[t]);
      const inRun = (measure: MeasureName) => present(valuesOf(runs, measure)[slot], LEFT_OUT);
      return {
        id,
        statement,
        answer: answerWords(claims.answers.get(id), unit),
        weight,
        values: { claimed: inRun("claimed"), upTo: inRun("upTo"), verified: inRun("verified") },
        evidence: claims.evidence.filter((item) => item.criterion === id).length,
        href: links.explain({ of: "criterion", id }),
      };
    });
  const means = {
    claimed: runs.claimed.means[at] ?? 0,
    upTo: runs.upTo.means[at] ?? 0,
    verified: runs.verified.means[at] ?? 0,
  };
  const text = meanText(criteria.map(({ weight, values }) => ({ weight, value: values.claimed })));
  return {
    stage: ref,
    criteria,
    means,
    formula: text && `${text} = ${exact(means.claimed)}`,
    borrowed: text === "",
    holds: reaches(means.claimed, model.threshold),
  };
}

function slotOf(
  criteria: Int32Array,
  criterion: number | undefined,
  topic: Readonly<{ firstSlot: number; endSlot: number }> | undefined,
): number {
  if (criterion === undefined || !topic) return -1;
  const place = criteria.subarray(topic.firstSlot, topic.endSlot).indexOf(criterion);
  return place < 0 ? -1 : topic.firstSlot + place;
}
