import type { ModelPillar, ModelTopic, ResolvedModel } from "../content/resolve-model";
import type { Questionnaire } from "../content/types";
import { type CriterionState, criterionStates } from "../frameworks/criterion-states";
import type { CapabilityShare } from "../frameworks/dod-capabilities";
import { type StageRef, stageRef } from "../marks/stage-ref";
import type { Model } from "../scoring/compile-model";
import { explainStages, type StageReason } from "../scoring/explain-stage";
import { scoreAssessment } from "../scoring/score";
import type { AssessmentScore, Claims, PillarScore, Score, TopicScore } from "../scoring/types";
import { stageReasonWords } from "../words/stage-reason";
import { ALL, type ModelLinks } from "./addresses";
import { type ContributionRow, contributionRows } from "./contribution-rows";

export type ModelInput = Readonly<{
  tree: ResolvedModel;
  model: Model;
  questionnaire: Questionnaire;
  claims: Claims;
  links: ModelLinks;
  /** Of the DoD strategy: its capabilities by their activities. */
  capabilities?: readonly CapabilityShare[];
  /** The topic whose open criteria are listed, or all; none without it, because they are most of a page. */
  show?: string;
}>;

/** A level three times, the stage of the low one, and how many criteria are behind it. */
export type Scored = Readonly<{
  low: number;
  high: number;
  verified: number;
  stage: StageRef;
  answered: number;
  inScope: number;
}>;

export type ModelView = Readonly<{
  title: string;
  summary: string;
  /** Null where nothing is left to score. */
  overall: Scored | null;
  /** Names of the pillars that hold the whole at its stage. */
  lowest: readonly string[];
  pillars: readonly PillarView[];
  /** Names of the pillars that have no score, because nothing of them applies. */
  leftOut: readonly string[];
  stages: readonly StageRef[];
  threshold: number;
}>;

export type PillarView = Scored &
  Readonly<{ id: string; title: string; reason: string; topics: readonly TopicView[]; leftOut: readonly string[] }>;

export type TopicView = Scored &
  Readonly<{
    id: string;
    title: string;
    prompt: string;
    gate: boolean;
    /** The first stage that isn't reached, and how much of it holds; null at the highest. */
    next: Readonly<{ stage: StageRef; low: number; high: number }> | null;
    /** What is missing stands before this stage; "" at the highest. */
    before: string;
    /** How many different criteria are missing. */
    open: number;
    /** They, where the topic is shown with them. */
    missing: readonly Missing[];
    /** Address that lists them, or lists them no more. */
    href: string;
    activities?: CapabilityShare;
  }>;

/** What stands between a topic and what it lacks: "Advanced", or an activity, with the criteria that aren't met. */
export type Missing = Readonly<{ title: string; criteria: readonly ContributionRow[] }>;

/** Everything that a model's page shows, from the answers. */
export function describeModel({
  tree,
  model,
  questionnaire,
  claims,
  links,
  capabilities,
  show,
}: ModelInput): ModelView {
  const score = scoreAssessment(model, claims);
  const reasons = explainStages(model, claims);
  const states = criterionStates(questionnaire, claims);
  const rowsOf = contributionRows(questionnaire, links);
  const stage = (id: string) => stageRef(tree.stages, id);
  const titles = new Map(tree.pillars.flatMap(({ topics }) => topics.map(({ id, title }) => [id, title])));
  const names = { topic: (id: string) => titles.get(id) ?? id, stage: (id: string) => stage(id).name };
  const topicOf = (topic: ModelTopic, own: TopicScore): TopicView => {
    const next = nextOf(tree, own);
    const capability = capabilities?.find(({ id }) => id === topic.id);
    const open = (ids: readonly string[]) =>
      rowsOf(ids.map((criterion) => ({ criterion, state: states.get(criterion) ?? "unknown" }))).filter(isOpen);
    const beforeNext = next
      ? [{ title: stage(next.stage).name, criteria: open(decidingIds(topic, next.standsAt, states)) }]
      : [];
    const activities = (capability?.missingForTarget ?? []).map(({ id, title, criteria }) => ({
      title: `${id} ${title}`,
      criteria: open(criteria),
    }));
    const { id, title, prompt, gate } = topic;
    const missing = (activities.length > 0 ? activities : beforeNext).filter(({ criteria }) => criteria.length > 0);
    const shown = show === id || show === ALL;
    return {
      ...{ id, title, prompt, gate, ...scored(tree, own, own) },
      next: next && { stage: stage(next.stage), low: next.low, high: next.high },
      before: activities.length > 0 ? stage("target").name : next ? stage(next.stage).name : "",
      open: new Set(missing.flatMap(({ criteria }) => criteria.map((each) => each.id))).size,
      missing: shown ? missing : [],
      href: links.model(tree.id, shown ? undefined : id),
      ...(capability ? { activities: capability } : {}),
    };
  };
  return {
    ...{ title: tree.title, summary: tree.summary, threshold: tree.threshold },
    overall: score.overall && scored(tree, score.overall, score),
    lowest: lowestPillars(tree, score),
    pillars: tree.pillars.flatMap((pillar) => {
      const own = score.pillars.find(({ id }) => id === pillar.id);
      return own ? [pillarOf(tree, pillar, own, { reason: reasonOf(reasons, pillar.id), names, topicOf })] : [];
    }),
    leftOut: tree.pillars.filter(({ id }) => !score.pillars.some((own) => own.id === id)).map(({ title }) => title),
    stages: tree.stages.map(({ id }) => stage(id)),
  };
}

type Names = Readonly<{ topic: (id: string) => string; stage: (id: string) => string }>;

function pillarOf(
  tree: ResolvedModel,
  { id, title, topics }: ModelPillar,
  own: PillarScore,
  {
    reason,
    names,
    topicOf,
  }: Readonly<{
    reason: StageReason | undefined;
    names: Names;
    topicOf: (topic: ModelTopic, score: TopicScore) => TopicView;
  }>,
): PillarView {
  const scores = new Map(own.topics.map((topic) => [topic.id, topic]));
  return {
    ...{ id, title, ...scored(tree, own, own) },
    reason: reason ? stageReasonWords(reason, names) : "",
    topics: topics.flatMap((topic) => {
      const score = scores.get(topic.id);
      return score ? [topicOf(topic, score)] : [];
    }),
    leftOut: topics.filter((topic) => !scores.has(topic.id)).map((topic) => topic.title),
  };
}

function reasonOf(reasons: readonly StageReason[], pillar: string): StageReason | undefined {
  return reasons.find((reason) => reason.pillar === pillar);
}

/** Names of the pillars whose stage is that of the whole, below the highest. */
export function lowestPillars(tree: ResolvedModel, { overall, pillars }: AssessmentScore): readonly string[] {
  if (!overall || overall.stage === tree.stages.at(-1)?.id) return [];
  const lowest = new Set(pillars.filter(({ stage }) => stage === overall.stage).map(({ id }) => id));
  return tree.pillars.filter(({ id }) => lowest.has(id)).map(({ title }) => title);
}

/** A score ready to be shown. */
export function scored(
  tree: ResolvedModel,
  { low, high, verified, stage }: Score,
  { answered, inScope }: Readonly<{ answered: number; inScope: number }>,
): Scored {
  return { low, high, verified, stage: stageRef(tree.stages, stage), answered, inScope };
}

/** The stage after the one that is reached; `standsAt` are the stages from it on, of which the first that has criteria which apply decides. */
function nextOf(tree: ResolvedModel, { stage, means }: TopicScore) {
  const index = tree.stages.findIndex(({ id }) => id === stage);
  const next = tree.stages[index + 1];
  const mean = means[index];
  if (!next || !mean) return null;
  return { stage: next.id, standsAt: tree.stages.slice(index + 1).map(({ id }) => id), low: mean.low, high: mean.high };
}

/** Criteria of the first of these stages that has some which apply: a stage without any borrows from above. */
function decidingIds(
  { criteria }: ModelTopic,
  stages: readonly string[],
  states: ReadonlyMap<string, CriterionState>,
): readonly string[] {
  const applicable = criteria.filter(({ id }) => !LEFT_OUT.has(states.get(id) ?? "unknown"));
  const first = stages.find((stage) => applicable.some((criterion) => criterion.stage === stage));
  return applicable.filter(({ stage }) => stage === first).map(({ id }) => id);
}

const LEFT_OUT: ReadonlySet<CriterionState> = new Set(["not-applicable", "out-of-scope"]);

const OPEN: ReadonlySet<CriterionState> = new Set(["partly", "not-met", "unknown"]);

function isOpen({ state }: ContributionRow): boolean {
  return OPEN.has(state);
}
