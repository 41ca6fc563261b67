import type { Model } from "./compile-model";
import { at, type Evaluation, evaluate } from "./evaluate";
import { readValues, type Values } from "./read-values";
import type { AssessmentScore, Claims, PillarScore, Score, StageMean, TopicScore } from "./types";

/**
 * Scores an assessment by the product's definition: low, high and verified are three runs of the same computation over
 * three vectors of values.
 *
 * A topic or pillar without any applicable criterion is absent. One point needs a rule of its own: where every applicable
 * criterion of a topic is called not applicable and nobody has accepted that, the topic is left out of low and high,
 * and so absent, but counts in verified with 0 for each criterion, that is with level 1. So a claim that nobody
 * checked can raise low, never verified, and verified ≤ low holds everywhere. With no topic left in low there is no score.
 */
export function scoreAssessment(model: Model, claims: Claims): AssessmentScore {
  const values = readValues(model, claims);
  const runs: Runs = {
    low: evaluate(model, values.low),
    high: evaluate(model, values.high),
    verified: evaluate(model, values.verified),
  };
  const pillars: PillarScore[] = [];
  model.pillars.forEach((pillar, p) => {
    if (runs.low.pillarStage[p] === 0) return;
    const topics: TopicScore[] = [];
    for (let t = pillar.firstTopic; t < pillar.endTopic; t++) {
      if (runs.low.topicStage[t] !== 0) topics.push(topicScore(model, values, runs, t));
    }
    const { firstSlot } = at(model.topics, pillar.firstTopic);
    const { endSlot } = at(model.topics, pillar.endTopic - 1);
    const score = scoreFrom(model, runs, (run) => [run.pillarLevel[p] ?? 0, run.pillarStage[p] ?? 0]);
    pillars.push({ id: pillar.id, ...score, topics, ...count(model, values, firstSlot, endSlot) });
  });
  return {
    overall: runs.low.stage === 0 ? null : scoreFrom(model, runs, (run) => [run.level, run.stage]),
    pillars,
    ...count(model, values, 0, model.slots.criterion.length),
  };
}

type Runs = Readonly<{ low: Evaluation; high: Evaluation; verified: Evaluation }>;

function topicScore(model: Model, values: Values, runs: Runs, topic: number): TopicScore {
  const { id, firstSlot, endSlot } = at(model.topics, topic);
  const base = topic * (model.stages.length - 1);
  const means: StageMean[] = model.stages.slice(1).map((stage, step) => ({
    stage,
    low: runs.low.means[base + step] ?? 0,
    high: runs.high.means[base + step] ?? 0,
    verified: runs.verified.means[base + step] ?? 0,
  }));
  const score = scoreFrom(model, runs, (run) => [run.topicLevel[topic] ?? 0, run.topicStage[topic] ?? 0]);
  return { id, ...score, means, ...count(model, values, firstSlot, endSlot) };
}

function scoreFrom(
  model: Model,
  runs: Runs,
  read: (run: Evaluation) => readonly [level: number, stage: number],
): Score {
  const [low, stage] = read(runs.low);
  const [high, stageHigh] = read(runs.high);
  const [verified, stageVerified] = read(runs.verified);
  const name = (number: number) => at(model.stages, number - 1);
  return { low, high, verified, stage: name(stage), stageHigh: name(stageHigh), stageVerified: name(stageVerified) };
}

/** Distinct criteria of a range of slots. */
function count(
  model: Model,
  values: Values,
  firstSlot: number,
  endSlot: number,
): { answered: number; inScope: number } {
  // Only a model that uses a criterion twice needs to know which it has seen.
  const seen = model.criteria.length < model.slots.criterion.length ? new Uint8Array(model.criteria.length) : undefined;
  let answered = 0;
  let inScope = 0;
  for (let slot = firstSlot; slot < endSlot; slot++) {
    const criterion = model.slots.criterion[slot] ?? 0;
    if (seen?.[criterion]) continue;
    if (seen) seen[criterion] = 1;
    answered += values.answered[criterion] ?? 0;
    inScope += values.inScope[criterion] ?? 0;
  }
  return { answered, inScope };
}
