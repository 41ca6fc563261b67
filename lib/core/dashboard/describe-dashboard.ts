import { addMonths } from "../charts/time-scale";
import type { HeatmapColumn, ProjectedPoint, TrendPoint } from "../charts/types";
import type { StageRef } from "../marks/stage-ref";
import { askNext } from "../scoring/ask-next";
import { whatHoldsBack } from "../scoring/explain";
import { explainStages } from "../scoring/explain-stage";
import { readValues, type Values } from "../scoring/read-values";
import { scoreAssessment } from "../scoring/score";
import type { Score } from "../scoring/types";
import { slotsByCriterion } from "../scoring/what-if";
import { type ChangeView, describeChange } from "./change-rows";
import { type ContentIndex, indexContent } from "./content-index";
import type { DashboardInput } from "./dashboard-input";
import { type EvidenceFreshness, evidenceFreshness, FRESHNESS_MONTHS } from "./evidence-freshness";
import { type HoldBack, holdBack } from "./hold-back";
import { inShort } from "./in-short";
import { bandAfter, type NextQuestions, nextQuestions } from "./next-questions";
import { type PaceView, paceView } from "./pace-view";
import { type PillarRow, pillarRows, pillarsLeftOut } from "./pillar-rows";
import { overallStageWords } from "./stage-words";
import { type TagRow, tagRows } from "./tag-rows";
import { overallTarget } from "./target-level";
import { topicColumns } from "./topic-columns";
import { trendPoints } from "./trend-points";
import { type VerifiedAhead, verifiedAhead, verifiedDrops } from "./verified-ahead";

/** The whole's three levels and stages, what they are compared with, and why it has its stage. */
export type OverallView = Readonly<{
  low: number;
  high: number;
  verified: number;
  stage: StageRef;
  stageHigh: StageRef;
  stageVerified: StageRef;
  last?: Readonly<{ level: number; day: string }>;
  target?: number;
  reason: string;
}>;

/** All that a dashboard says of an assessment with a score, as plain data. */
export type Dashboard = Readonly<{
  stages: readonly StageRef[];
  overall: OverallView;
  answered: number;
  inScope: number;
  pillars: readonly PillarRow[];
  /** Titles of pillars without a score. */
  pillarsLeftOut: readonly string[];
  columns: readonly HeatmapColumn[];
  /** How many topics have no score. */
  topicsLeftOut: number;
  holdBack: HoldBack;
  next: NextQuestions;
  principles: readonly TagRow[];
  drivers: readonly TagRow[];
  trend: readonly TrendPoint[];
  /** What the plan leads to, from today on; empty without one. */
  projection: readonly ProjectedPoint[];
  pace: PaceView;
  change: ChangeView | null;
  ahead: VerifiedAhead;
  freshness: EvidenceFreshness;
  /** The whole in three sentences. */
  inShort: readonly string[];
}>;

/** How many questions are suggested; the band after them is worked out over all 2^n ways to answer. */
const QUESTIONS = 5;

/** Works out the dashboard. Null where no pillar has a score: everything is out of scope or not applicable. */
export function describeDashboard(input: DashboardInput): Dashboard | null {
  const { model, claims, questionnaire } = input;
  const score = scoreAssessment(model, claims);
  const { overall } = score;
  if (!overall) return null;
  const index = indexContent(questionnaire);
  const reasons = explainStages(model, claims);
  const rows = pillarRows(input, score, reasons, index);
  const columns = topicColumns(input, score, rows, index);
  const values = readValues(model, claims);
  const { gates, gains } = whatHoldsBack(model, claims);
  const questions = askNext(model, claims, { limit: QUESTIONS });
  const after = bandAfter(
    model,
    values,
    questions.map(({ criterion }) => criterion),
  );
  const tags = tagRows(input);
  const whole = overallView(input, overall, {
    rows,
    reason: overallStageWords(score.pillars, reasons, index),
    index,
  });
  const trend = trendPoints(input, overall.low);
  const facts = {
    overall: whole,
    answered: score.answered,
    inScope: score.inScope,
    pillars: rows,
    holdBack: holdBack(input, { gates, gains, reasons, open: countOpen(input, values) }, index),
    projection: input.projection ?? [],
    pace: paceView(trend, whole.target, claims.asOf),
    change: describeChange(input, score),
  };
  const drops = verifiedDrops(model, claims, values, addMonths(claims.asOf, FRESHNESS_MONTHS));
  const ahead = verifiedAhead(drops, claims.asOf, overall.verified);
  return {
    ...facts,
    stages: index.stages,
    pillarsLeftOut: pillarsLeftOut(input, score),
    columns,
    topicsLeftOut: index.topics.size - columns.reduce((sum, column) => sum + column.topics.length, 0),
    next: nextQuestions(input, questions, { now: overall.high - overall.low, after }, index),
    principles: tags.principle,
    drivers: tags.driver,
    trend,
    ahead,
    freshness: evidenceFreshness(
      { model, claims, values, today: input.today, hrefOf: (day) => input.links.dashboard({ asOf: day }) },
      { drops, near: ahead, verified: overall.verified },
    ),
    inShort: inShort({ ...facts, by: input.target.by }),
  };
}

/** Criteria in scope that aren't wholly met. */
function countOpen({ model }: Pick<DashboardInput, "model">, { low }: Values): number {
  return slotsByCriterion(model, low).filter(([slot]) => slot !== undefined && (low[slot] ?? 1) < 1).length;
}

/** The whole in one view. */
export function overallView(
  { questionnaire, target, against }: Pick<DashboardInput, "questionnaire" | "target" | "against">,
  overall: Score,
  { rows, reason, index }: Readonly<{ rows: readonly PillarRow[]; reason: string; index: ContentIndex }>,
): OverallView {
  const scored = rows.map(({ id }) => id);
  return {
    low: overall.low,
    high: overall.high,
    verified: overall.verified,
    stage: index.stageOf(overall.stage),
    stageHigh: index.stageOf(overall.stageHigh),
    stageVerified: index.stageOf(overall.stageVerified),
    last: against?.past.overall ? { level: against.past.overall.low, day: against.past.day } : undefined,
    target: overallTarget(questionnaire, target, scored),
    reason,
  };
}
