import type { Model } from "./compile-model";
import { at, evaluate, judgeStage } from "./evaluate";
import { type Measure, readValues } from "./read-values";
import type { Claims } from "./types";

/** Why a pillar has its stage and not the next: "gate Privileged access is short; 7 of 12 topics, 62 % of the weight, 80 needed". */
export type StageReason = Readonly<{
  pillar: string;
  level: number;
  stage: string;
  /** Gating topics that the pillar has. */
  gates: number;
  /** What the next stage asks for; null at the highest. */
  next: NextStage | null;
}>;

export type NextStage = Readonly<{
  stage: string;
  /** The stage that is judged in its place where no topic counts at `stage`; else the same. */
  judgedAt: string;
  /** Gating topics below `judgedAt`. */
  shortGates: readonly TopicAtStage[];
  /** All topics that count and are below `judgedAt`, gates among them. */
  below: readonly TopicAtStage[];
  topicsReached: number;
  topicsCounting: number;
  /** Weight of the topics that have reached `judgedAt` ÷ weight of those that count, in [0, 1]. */
  share: number;
  /** τ. */
  needed: number;
}>;

export type TopicAtStage = Readonly<{ topic: string; stage: string }>;

/** The reasons of every pillar that has a score, in the order of the model. */
export function explainStages(model: Model, claims: Claims, measure: Measure = "low"): readonly StageReason[] {
  const run = evaluate(model, readValues(model, claims)[measure]);
  const name = (stage: number) => at(model.stages, stage - 1);
  return model.pillars.flatMap((pillar, p): readonly StageReason[] => {
    const stage = run.pillarStage[p] ?? 0;
    if (stage === 0) return [];
    const gates = model.topics.slice(pillar.firstTopic, pillar.endTopic).filter((topic) => topic.gate).length;
    const reason = { pillar: pillar.id, level: run.pillarLevel[p] ?? 1, stage: name(stage), gates };
    if (stage === model.stages.length) return [{ ...reason, next: null }];
    const verdict = judgeStage(model, p, stage + 1, run);
    const place = (topic: number): TopicAtStage => ({
      topic: at(model.topics, topic).id,
      stage: name(run.topicStage[topic] ?? 1),
    });
    const reached = new Set(verdict.reached);
    const next: NextStage = {
      stage: name(stage + 1),
      judgedAt: name(verdict.stage),
      shortGates: verdict.shortGates.map(place),
      below: verdict.counts.filter((topic) => !reached.has(topic)).map(place),
      topicsReached: verdict.reached.length,
      topicsCounting: verdict.counts.length,
      share: verdict.share,
      needed: model.threshold,
    };
    return [{ ...reason, next }];
  });
}
