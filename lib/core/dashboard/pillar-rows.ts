import type { PillarDatum } from "../charts/types";
import type { StageRef } from "../marks/stage-ref";
import type { StageReason } from "../scoring/explain-stage";
import type { AssessmentScore } from "../scoring/types";
import { stageReasonWords } from "../words/stage-reason";
import type { ContentIndex } from "./content-index";
import type { DashboardInput } from "./dashboard-input";

/** A pillar with its score, what it is compared with, and why it has its stage. */
export type PillarRow = PillarDatum &
  Readonly<{
    href: string;
    reason: string;
    stageHigh: StageRef;
    stageVerified: StageRef;
    answered: number;
    inScope: number;
  }>;

/** Every pillar that has a score, in the order of the content. */
export function pillarRows(
  input: DashboardInput,
  score: AssessmentScore,
  reasons: readonly StageReason[],
  index: ContentIndex,
): readonly PillarRow[] {
  const names = {
    topic: (id: string) => index.topicOf(id).topic.short,
    stage: (id: string) => index.stageOf(id).name,
  };
  return score.pillars.map((pillar) => {
    const reason = reasons.find((candidate) => candidate.pillar === pillar.id);
    return {
      id: pillar.id,
      name: index.pillarOf(pillar.id).title,
      low: pillar.low,
      high: pillar.high,
      verified: pillar.verified,
      last: input.against?.past.pillars.get(pillar.id)?.low,
      target: input.target.pillars[pillar.id],
      targetReason: input.target.pillars[pillar.id] === undefined ? undefined : input.target.reasons?.[pillar.id],
      stage: index.stageOf(pillar.stage),
      stageHigh: index.stageOf(pillar.stageHigh),
      stageVerified: index.stageOf(pillar.stageVerified),
      answered: pillar.answered,
      inScope: pillar.inScope,
      href: input.links.explain({ of: "pillar", id: pillar.id }),
      reason: reason ? stageReasonWords(reason, names) : "",
    };
  });
}

/** Titles of the pillars of which nothing is in scope. */
export function pillarsLeftOut(input: DashboardInput, score: AssessmentScore): readonly string[] {
  const scored = new Set(score.pillars.map(({ id }) => id));
  return input.questionnaire.pillars.filter(({ id }) => !scored.has(id)).map(({ title }) => title);
}
