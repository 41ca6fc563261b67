import type { Questionnaire } from "../content/types";
import type { AssessmentScore, Claims } from "../scoring/types";

/** The day that comes next for an organization, and of what. */
export type NextDue = Readonly<{ day: string; of: "evidence" | "target" }>;

/** Where one assessment stands, in the few figures that a portfolio shows. Levels are absent without a score. */
export type RollUp = Readonly<{
  stages: Questionnaire["stages"];
  stage?: string;
  /** From 1. */
  stageNumber?: number;
  low?: number;
  high?: number;
  verified?: number;
  /** Low by pillar id. */
  pillars: Readonly<Record<string, number>>;
  answered: number;
  inScope: number;
  /** Share of criteria known, 0 to 1. */
  completeness: number;
  nextDue?: NextDue;
  /** First day after the as-of day on which evidence begins or ends to speak, so that the figures change by themselves. */
  changesOn?: string;
}>;

/**
 * Sums an assessment up for the portfolio.
 * @param score of these claims
 * @param targetDay YYYY-MM-DD by which the target is to be reached, if one was set
 */
export function rollUp(
  { stages }: Pick<Questionnaire, "stages">,
  claims: Pick<Claims, "evidence" | "asOf">,
  score: AssessmentScore,
  targetDay?: string,
): RollUp {
  const { overall, answered, inScope } = score;
  const held = claims.evidence.filter((item) => item.accepted && !item.dismissed);
  const expires = firstAfter(
    held.map((item) => item.expires),
    claims.asOf,
  );
  const begins = firstAfter(
    held.map((item) => item.date),
    claims.asOf,
  );
  return {
    stages,
    ...(overall && {
      stage: overall.stage,
      stageNumber: stages.findIndex(({ id }) => id === overall.stage) + 1,
      low: overall.low,
      high: overall.high,
      verified: overall.verified,
    }),
    pillars: Object.fromEntries(score.pillars.map(({ id, low }) => [id, low])),
    answered,
    inScope,
    completeness: inScope === 0 ? 0 : answered / inScope,
    nextDue: nextDue(expires, targetDay !== undefined && targetDay >= claims.asOf ? targetDay : undefined),
    changesOn: firstAfter([expires, begins], claims.asOf),
  };
}

function nextDue(expires: string | undefined, target: string | undefined): NextDue | undefined {
  if (expires !== undefined && (target === undefined || expires <= target)) return { day: expires, of: "evidence" };
  return target === undefined ? undefined : { day: target, of: "target" };
}

/** The earliest of the days after `day`. */
function firstAfter(days: readonly (string | undefined)[], day: string): string | undefined {
  return days.filter((one): one is string => one !== undefined && one > day).sort()[0];
}
