import type { Questionnaire } from "../content/types";
import { evidenceOfClaims, expiringOn } from "../dashboard/counting-evidence";
import type { DashboardTarget } from "../dashboard/dashboard-input";
import { reachesTarget } from "../planning/project";
import type { Model } from "../scoring/compile-model";
import { readValues } from "../scoring/read-values";
import type { AssessmentScore, Claims } from "../scoring/types";

/** The day that comes next for an organization, and of what; a target that isn't reached by its day stays, and is late. */
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
 */
export function rollUp(
  { stages, model }: Readonly<{ stages: Questionnaire["stages"]; model: Model }>,
  claims: Claims,
  score: AssessmentScore,
  target: DashboardTarget,
): RollUp {
  const { overall, answered, inScope } = score;
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
    nextDue: nextDue(nextExpiry(model, claims), isReached(target, score) ? undefined : target.by),
    changesOn: changesOn(claims),
  };
}

/** The first day after the as-of day on which evidence expires, as the dashboard counts it. */
function nextExpiry(model: Model, claims: Claims): string | undefined {
  const expiries = [...evidenceOfClaims(model, claims, readValues(model, claims)).values()].flatMap((items) =>
    items.map(({ expires }) => expires).filter((day) => day !== undefined && expiringOn(items, day).length > 0),
  );
  return firstAfter(expiries, claims.asOf);
}

function changesOn({ evidence, asOf }: Claims): string | undefined {
  const speaking = evidence.filter((item) => item.accepted && !item.dismissed);
  return firstAfter(
    speaking.flatMap(({ date, expires, verdict }) => (verdict === "supports" ? [date, expires] : [date])),
    asOf,
  );
}

/** Whether each pillar that has a target and a score is there. */
function isReached({ pillars: targets }: DashboardTarget, { pillars }: AssessmentScore): boolean {
  const aimed = pillars.filter(({ id }) => targets[id] !== undefined);
  return aimed.length > 0 && aimed.every(({ id, low }) => reachesTarget(low, targets[id] ?? 0));
}

function nextDue(expires: string | undefined, target: string | undefined): NextDue | undefined {
  if (expires !== undefined && (target === undefined || expires <= target)) return { day: expires, of: "evidence" };
  return target === undefined ? undefined : { day: target, of: "target" };
}

/** The earliest of the days after `day`. */
function firstAfter(days: readonly (string | undefined)[], day: string): string | undefined {
  return days.filter((one): one is string => one !== undefined && one > day).sort()[0];
}
