import type { HeatmapColumn, PillarDatum, TagDatum } from "../charts/types";
import { DRIVERS, PRINCIPLES } from "../content/schema";
import type { Initiative } from "../content/types";
import { type StageRef, stageRef, stageRefs } from "../marks/stage-ref";
import { effortFor, REFERENCE_SIZES, type Sizes } from "../planning/effort";
import { aimOf } from "../planning/project";
import type { PlannedLevels } from "../planning/types";
import { askNext, type Question } from "../scoring/ask-next";
import { compileModel, type Model } from "../scoring/compile-model";
import { explainOpen, type OpenCriterion, type ShortGate, whatHoldsBack } from "../scoring/explain";
import { explainStages } from "../scoring/explain-stage";
import { readValues } from "../scoring/read-values";
import { scoreAssessment } from "../scoring/score";
import { scoreSubsets, subsetsBy } from "../scoring/score-subset";
import type { AssessmentScore, Score } from "../scoring/types";
import { createWhatIf, slotsByCriterion } from "../scoring/what-if";
import { capitalise, formatCount } from "../words/format";
import { stageReasonWords } from "../words/stage-reason";
import type { ReportInput, ReportSnapshot } from "./input";
import { type Move, orderMoves } from "./moves";
import { personDays } from "./text";
import { type CriterionView, type PillarView, viewPillars } from "./views";

/** Everything that sections write from, computed once. */
export type ReportContext = Readonly<{
  input: ReportInput;
  model: Model;
  score: AssessmentScore;
  overall: Score | null;
  stages: readonly StageRef[];
  stage: (id: string) => StageRef;
  /** All pillars in the order of the questionnaire. */
  pillars: readonly PillarView[];
  /** Those with a score. */
  scored: readonly ScoredPillar[];
  heatmap: readonly HeatmapColumn[];
  criterion: (id: string) => CriterionView;
  topicTitle: (id: string) => string;
  pillarTitle: (id: string) => string;
  gates: readonly ShortGate[];
  open: ReadonlyMap<string, OpenCriterion>;
  questions: readonly Question[];
  principles: readonly TagDatum[];
  drivers: readonly TagDatum[];
  moves: readonly Move[];
  /** Rise of the overall low level if an initiative alone were done today; 0 for one that isn't known. */
  soloGain: (initiative: string) => number;
  /** Likely person-days: "18 person-days", and for how many people where the organization's size isn't known. */
  effortWords: (initiative: Initiative) => string;
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
  const { questionnaire, claims } = input;
  const model = compileModel(questionnaire);
  const score = scoreAssessment(model, claims);
  const stage = (id: string) => stageRef(questionnaire.stages, id);
  const topics = new Map(questionnaire.pillars.flatMap((pillar) => pillar.topics).map((topic) => [topic.id, topic]));
  const titles = new Map(questionnaire.pillars.map((pillar) => [pillar.id, pillar.title]));
  const open = new Map(explainOpen(model, claims).map((item) => [item.criterion, item]));
  const names = {
    stage: (id: string) => stage(id).name,
    topic: (id: string) => topics.get(id)?.short ?? id,
  };
  const reasons = new Map(
    explainStages(model, claims).map((reason) => [reason.pillar, { reason, words: stageReasonWords(reason, names) }]),
  );
  const earlier = input.snapshots.filter(({ asOf }) => asOf < claims.asOf);
  const last = [...earlier].sort((a, b) => a.asOf.localeCompare(b.asOf)).at(-1);
  const pillars = viewPillars({ input, score, open, reasons, last, stage });
  const scored = pillars.flatMap((pillar) => (pillar.datum ? [{ ...pillar, datum: pillar.datum }] : []));
  const criteria = new Map(
    pillars.flatMap(({ topics: list }) => list.flatMap((topic) => topic.criteria.map((view) => [view.id, view]))),
  );
  const tags = (names: readonly string[], by: "principles" | "drivers"): readonly TagDatum[] => {
    const scores = scoreSubsets(model, claims, subsetsBy(questionnaire, by));
    return names.flatMap((id) => {
      const level = scores.get(id);
      return level ? [{ id, name: tagName(id), low: level.low, high: level.high, verified: level.verified }] : [];
    });
  };
  return {
    input,
    model,
    score,
    overall: score.overall,
    stages: stageRefs(questionnaire.stages),
    stage,
    pillars,
    scored,
    heatmap: scored.map((pillar) => ({
      pillar: pillar.datum,
      topics: pillar.topics.flatMap((topic) => topic.datum ?? []),
    })),
    criterion: (id) => known(criteria, id),
    topicTitle: (id) => topics.get(id)?.title ?? id,
    pillarTitle: (id) => titles.get(id) ?? id,
    gates: whatHoldsBack(model, claims).gates,
    open,
    questions: askNext(model, claims, { limit: MOST_QUESTIONS }),
    principles: tags(PRINCIPLES, "principles"),
    drivers: tags(DRIVERS, "drivers"),
    moves: orderMoves({ model, claims, initiatives: questionnaire.initiatives, limit: MOST_MOVES }),
    soloGain: createSoloGain(input, model),
    effortWords: (initiative) => effortWords(initiative, input.sizes),
    last,
    target: overallTarget(input, model, score),
  };
}

function effortWords(initiative: Initiative, sizes: Sizes): string {
  const days = personDays(effortFor(initiative, sizes).likely);
  return sizes.people === undefined ? `${days} (for ${formatCount(REFERENCE_SIZES.people)} people)` : days;
}

function createSoloGain({ questionnaire, claims }: ReportInput, model: Model): (initiative: string) => number {
  const values = readValues(model, claims).low;
  const whatIf = createWhatIf(model, values);
  const slots = slotsByCriterion(model, values);
  const initiatives = new Map(questionnaire.initiatives.map((initiative) => [initiative.id, initiative]));
  return (id) => {
    const delivers = initiatives.get(id)?.delivers ?? [];
    const open = delivers.flatMap((criterion) => slots[model.indexOfCriterion.get(criterion) ?? -1] ?? []);
    return whatIf.ask(open, 1, (changed) => changed.level - whatIf.base.level);
  };
}

/** "assume-breach" as "Assume breach". */
export function tagName(id: string): string {
  return capitalise(id.replaceAll("-", " "));
}

/** The target as given, else what the whole would reach if each pillar with a target were at least there. */
function overallTarget({ target }: ReportInput, model: Model, score: AssessmentScore): number | undefined {
  if (target.overall !== undefined) return target.overall;
  const now: PlannedLevels = {
    overall: score.overall && { level: score.overall.low, stage: score.overall.stage },
    pillars: score.pillars.map(({ id, low, stage }) => ({ pillar: id, level: low, stage })),
  };
  return aimOf(model, now, target.pillars) ?? undefined;
}

function known(criteria: ReadonlyMap<string, CriterionView>, id: string): CriterionView {
  const view = criteria.get(id);
  if (!view) throw new RangeError(`no criterion ${id}`);
  return view;
}
