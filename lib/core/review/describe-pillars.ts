import { type NamedStage, type StageRef, stageRef } from "../marks/stage-ref";
import type { AssessmentScore } from "../scoring/types";
import { formatBand, formatDay, formatLevel, formatNumberOf } from "../words/format";
import { STANDING_WORDS } from "./kind-words";
import type { PillarStanding } from "./pillar-standing";
import { remainsWords } from "./review-words";

/** One pillar on the review page, in words. */
export type PillarRow = Readonly<{
  id: string;
  title: string;
  state: PillarStanding["state"];
  stateWords: string;
  /** Who sent it or signed it off, and when; what has changed since. */
  about: readonly string[];
  /** Absent where nothing of the pillar counts. */
  stage?: StageRef;
  level?: string;
  verified?: string;
  /** What is stated at the sign-off. */
  remains: readonly string[];
  exceptions: string;
  waiting: number;
  /** Names what is seen of it, for its sign-off. */
  print: string;
  /** Why who looks can't sign it off, though their role may. */
  own?: string;
}>;

type Told = Readonly<{
  score: AssessmentScore;
  stages: readonly NamedStage[];
  /** By pillar. */
  prints: ReadonlyMap<string, string>;
  nameOf: (person: string) => string;
  selfAcceptance: boolean;
}>;

/** The pillars with their review, in the questionnaire's order. */
export function describePillars(standings: readonly PillarStanding[], told: Told): readonly PillarRow[] {
  return standings.map((standing) => {
    const score = told.score.pillars.find(({ id }) => id === standing.pillar);
    const { remains, own } = standing;
    return {
      id: standing.pillar,
      title: standing.title,
      state: standing.state,
      stateWords: STANDING_WORDS[standing.state],
      about: aboutOf(standing, told.nameOf),
      ...(score
        ? {
            stage: stageRef(told.stages, score.stage),
            level: formatBand(score),
            verified: formatLevel(score.verified),
          }
        : {}),
      remains: remainsWords(remains),
      exceptions: formatNumberOf(remains.exceptions, "accepted exception"),
      waiting: Object.values(remains.queue).reduce((sum, count) => sum + count, 0),
      print: told.prints.get(standing.pillar) ?? "",
      ...(own > 0 && !told.selfAcceptance
        ? { own: `You answered ${formatNumberOf(own, "criterion", "criteria")} in it: it needs another reviewer.` }
        : {}),
    };
  });
}

function aboutOf({ review, changed, state }: PillarStanding, nameOf: Told["nameOf"]): readonly string[] {
  if (!review) return [];
  const day = (moment: number) => formatDay(new Date(moment).toISOString().slice(0, 10));
  const { signed } = review;
  if (!signed) return [`sent by ${nameOf(review.sentBy)}, ${day(review.sentAt)}`];
  const self = signed.self ? ", who answered in it too" : "";
  const by = `by ${nameOf(signed.by)}, ${day(signed.at)}${self}`;
  if (state !== "reopened") return [by];
  const many = formatNumberOf(changed.length, "criterion", "criteria");
  return [`signed off ${by}`, `${many} changed since`];
}
