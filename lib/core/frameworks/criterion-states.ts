import { atHome } from "../content/resolve-model";
import type { Questionnaire } from "../content/types";
import type { Answer, Claims } from "../scoring/types";

/** How a criterion stands: its answer, or why none counts. Unanswered is unknown. */
export type CriterionState = "met" | "partly" | "not-met" | "unknown" | "not-applicable" | "out-of-scope";
/** How several criteria stand together; untouched where there are none. */
export type GroupState = CriterionState | "untouched";

/** How many criteria stand how; they add up to all. */
export type Tally = Readonly<{
  criteria: number;
  met: number;
  partly: number;
  notMet: number;
  unknown: number;
  notApplicable: number;
  outOfScope: number;
}>;

/** A criterion that contributes to something, and how it stands. */
export type Contribution = Readonly<{ criterion: string; state: CriterionState }>;

/** The state of every criterion of a questionnaire, by id. A topic whose condition the profile denies is out of scope. */
export function criterionStates(questionnaire: Questionnaire, claims: Claims): ReadonlyMap<string, CriterionState> {
  return new Map(
    atHome(questionnaire).map(({ id, condition }) => [
      id,
      condition !== undefined && claims.profile[condition] === false ? "out-of-scope" : stateOf(claims.answers.get(id)),
    ]),
  );
}

function stateOf(answer: Answer | undefined): CriterionState {
  return answer?.status ?? "unknown";
}

/**
 * Criteria together. Of those that apply and are in scope: met when all are met, partly when some are met or partly, unknown when
 * nothing is known of any, else not met. So what is not known never makes the whole met.
 */
export function groupState(states: readonly CriterionState[]): GroupState {
  if (states.length === 0) return "untouched";
  const counting = states.filter((state) => state !== "not-applicable" && state !== "out-of-scope");
  if (counting.length === 0) return states.includes("not-applicable") ? "not-applicable" : "out-of-scope";
  if (counting.every((state) => state === "met")) return "met";
  if (counting.some((state) => state === "met" || state === "partly")) return "partly";
  return counting.every((state) => state === "unknown") ? "unknown" : "not-met";
}

export function tallyOf(states: readonly CriterionState[]): Tally {
  const count = (wanted: CriterionState) => states.filter((state) => state === wanted).length;
  return {
    criteria: states.length,
    met: count("met"),
    partly: count("partly"),
    notMet: count("not-met"),
    unknown: count("unknown"),
    notApplicable: count("not-applicable"),
    outOfScope: count("out-of-scope"),
  };
}
