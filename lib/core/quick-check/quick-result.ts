import type { PillarDatum } from "../charts/types";
import { type StageRef, stageRef } from "../marks/stage-ref";
import { compileModel } from "../scoring/compile-model";
import { explainStages } from "../scoring/explain-stage";
import { scoreAssessment } from "../scoring/score";
import type { Claims } from "../scoring/types";
import { stageReasonWords } from "../words/stage-reason";
import { type FirstMove, firstMoves } from "./first-moves";
import { type Picks, pickedAnswers } from "./picked-answers";
import type { QuickCheckData } from "./quick-check-data";

const MOVES = 3;

/** What a quick check says, by the product's own scoring of its topics as a tree of their own. */
export type QuickResult = Readonly<{
  overall: Readonly<{ low: number; high: number; verified: number; stage: StageRef; stageHigh: StageRef }>;
  pillars: readonly PillarDatum[];
  moves: readonly FirstMove[];
  /** Criteria with an answer, and those asked. */
  answered: number;
  inScope: number;
}>;

/**
 * Scores picks at once. Nothing is verified, because no evidence is asked; every topic is in scope, because no profile is.
 * @returns null where nothing is asked at all
 */
export function quickResult(data: QuickCheckData, picks: Picks): QuickResult | null {
  const model = compileModel(data);
  const topics = data.pillars.flatMap((pillar) => pillar.topics);
  // No evidence: the day of judgement doesn't matter.
  const claims: Claims = {
    answers: pickedAnswers(topics, data.stages, picks),
    evidence: [],
    profile: {},
    asOf: "2000-01-01",
  };
  const score = scoreAssessment(model, claims);
  if (!score.overall) return null;
  const stage = (id: string) => stageRef(data.stages, id);
  const names = {
    topic: (id: string) => topics.find((topic) => topic.id === id)?.short ?? id,
    stage: (id: string) => stage(id).name,
  };
  const reasons = new Map(explainStages(model, claims).map((reason) => [reason.pillar, reason]));
  const { low, high, verified } = score.overall;
  return {
    overall: { low, high, verified, stage: stage(score.overall.stage), stageHigh: stage(score.overall.stageHigh) },
    pillars: score.pillars.map((pillar) => {
      const reason = reasons.get(pillar.id);
      return {
        id: pillar.id,
        name: data.pillars.find(({ id }) => id === pillar.id)?.title ?? pillar.id,
        low: pillar.low,
        high: pillar.high,
        verified: pillar.verified,
        stage: stage(pillar.stage),
        ...(reason ? { reason: stageReasonWords(reason, names) } : {}),
      };
    }),
    moves: firstMoves(model, claims, data.initiatives, { limit: MOVES }),
    answered: score.answered,
    inScope: score.inScope,
  };
}
