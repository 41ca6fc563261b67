import type { HeatmapColumn, PillarDatum, TagDatum } from "../charts/types";
import { DRIVERS, PRINCIPLES } from "../content/schema";
import type { Questionnaire } from "../content/types";
import { type ContentIndex, indexContent } from "../dashboard/content-index";
import { overallTarget } from "../dashboard/target-level";
import type { StageRef } from "../marks/stage-ref";
import { askNext, type Question } from "../scoring/ask-next";
import { compileModel, type Model } from "../scoring/compile-model";
import { explainOpen, type OpenCriterion, type ShortGate, whatHoldsBack } from "../scoring/explain";
import { explainStages, type StageReason } from "../scoring/explain-stage";
import { scoreAssessment } from "../scoring/score";
import { scoreSubsets, subsetsBy } from "../scoring/score-subset";
import type { AssessmentScore, Claims, Score } from "../scoring/types";
import { stageReasonWords } from "../words/stage-reason";
import { tagName } from "../words/tags";
import type { ReportInput, ReportSnapshot } from "./input";
import { type Move, orderMoves } from "./moves";
import { type PillarView, viewPillars } from "./views";

/** Everything that sections write from, computed once. */
export type ReportContext = Readonly<{
  input: ReportInput;
  index: ContentIndex;
  model: Model;
  score: AssessmentScore;
  overall: Score | null;
  stages: readonly StageRef[];
  stage: (id: string) => StageRef;
  /** Title of a pillar; its id where the questionnaire doesn't have it. */
  pillarTitle: (id: string) => string;
  /** All pillars in the order of the questionnaire. */
  pillars: readonly PillarView[];
  /** Those with a score. */
  scored: readonly ScoredPillar[];
  heatmap: readonly HeatmapColumn[];
  /** Of the pillars that have a score. */
  reasons: readonly StageReason[];
  /** Short gates, those of the lowest pillar first. */
  gates: readonly ShortGate[];
  /** By criterion id. */
  open: ReadonlyMap<string, OpenCriterion>;
  questions: readonly Question[];
  principles: readonly TagDatum[];
  drivers: readonly TagDatum[];
  /** The order in which the work pays; none where there is a plan. */
  moves: readonly Move[];
  /** The newest snapshot before the as-of day. */
  last: ReportSnapshot | undefined;
  /** Target of the whole: as given, else from the pillars' targets. */
  target: number | undefined;
}>;

export type ScoredPillar = PillarView & Readonly<{ datum: PillarDatum }>;

/** How many questions and moves are worked out; sections show fewer. */
const MOST_QUESTIONS = 5;
const MOST_MOVES = 30;

/** @throws RangeError when the questionnaire can't be scored */
export function prepareContext(input: ReportInput): ReportContext {
  const { questionnaire, claims, target } = input;
  const model = compileModel(questionnaire);
  const index = indexContent(questionnaire);
  const score = scoreAssessment(model, claims);
  const open = new Map(explainOpen(model, claims).map((item) => [item.criterion, item]));
  const names = {
    stage: (id: string) => index.stageOf(id).name,
    topic: (id: string) => index.topicOf(id).topic.short,
  };
  const reasons = explainStages(model, claims);
  const reasonOf = new Map(
    reasons.map((reason) => [reason.pillar, { reason, words: stageReasonWords(reason, names) }]),
  );
  const last = newestBefore(input.snapshots, claims.asOf);
  const pillars = viewPillars({ input, score, open, reasons: reasonOf, last, stage: index.stageOf });
  const scored = pillars.flatMap((pillar) => (pillar.datum ? [{ ...pillar, datum: pillar.datum }] : []));
  return {
    input,
    index,
    model,
    score,
    overall: score.overall,
    stages: index.stages,
    stage: index.stageOf,
    pillarTitle: (id) => index.pillars.get(id)?.title ?? id,
    pillars,
    scored,
    heatmap: scored.map((pillar) => ({
      pillar: pillar.datum,
      topics: pillar.topics.flatMap((topic) => topic.datum ?? []),
    })),
    reasons,
    gates: whatHoldsBack(model, claims).gates,
    open,
    questions: askNext(model, claims, { limit: MOST_QUESTIONS }),
    principles: tagLevels({ questionnaire, model, claims }, "principles"),
    drivers: tagLevels({ questionnaire, model, claims }, "drivers"),
    moves: input.plan ? [] : orderMoves({ model, claims, initiatives: questionnaire.initiatives, limit: MOST_MOVES }),
    last,
    target:
      target.overall ??
      overallTarget(
        questionnaire,
        target,
        score.pillars.map(({ id }) => id),
      ),
  };
}

function newestBefore(snapshots: readonly ReportSnapshot[], day: string): ReportSnapshot | undefined {
  return snapshots
    .filter(({ asOf }) => asOf < day)
    .reduce<ReportSnapshot | undefined>(
      (newest, next) => (newest && newest.asOf > next.asOf ? newest : next),
      undefined,
    );
}

function tagLevels(
  { questionnaire, model, claims }: Readonly<{ questionnaire: Questionnaire; model: Model; claims: Claims }>,
  by: "principles" | "drivers",
): readonly TagDatum[] {
  const scores = scoreSubsets(model, claims, subsetsBy(questionnaire, by));
  return (by === "principles" ? PRINCIPLES : DRIVERS).flatMap((id) => {
    const level = scores.get(id);
    return level ? [{ id, name: tagName(id), low: level.low, high: level.high, verified: level.verified }] : [];
  });
}
