import type { Framework } from "../content/check";
import { criteriaByCrosswalk } from "../content/resolve-model";
import type { Questionnaire } from "../content/types";
import type { Claims } from "../scoring/types";
import { coverageNote } from "../words/coverage";
import {
  type Contribution,
  criterionStates,
  type GroupState,
  groupState,
  type Tally,
  tallyOf,
} from "./criterion-states";
import { type Control, controlsOf, type FrameworkView } from "./framework-views";

export type ControlCoverage = Control & Tally & Readonly<{ state: GroupState; of: readonly Contribution[] }>;

/** Controls that stand together: how many there are, how many have a criterion at all, and how those stand. */
export type GroupCoverage = ControlCounts &
  Readonly<{ id: string; title: string; controls: readonly ControlCoverage[] }>;

/** Numbers of controls; the states and `untouched` add up to `total`. */
export type ControlCounts = Readonly<{
  total: number;
  touched: number;
  met: number;
  partly: number;
  notMet: number;
  unknown: number;
  notApplicable: number;
  outOfScope: number;
}>;

export type FrameworkCoverage = ControlCounts &
  Readonly<{
    id: string;
    title: string;
    source: string;
    /** What the figures say and what they don't, in words. */
    note: string;
    /** touched ÷ total, 0 to 1 */
    share: number;
    groups: readonly GroupCoverage[];
  }>;

/**
 * How an assessment's answers stand to the controls of a framework, through the crosswalk. A line of the crosswalk means that meeting the
 * criterion contributes to the control, never that the control is fulfilled.
 */
export function frameworkCoverage(
  view: FrameworkView,
  framework: Framework,
  questionnaire: Questionnaire,
  claims: Claims,
): FrameworkCoverage {
  const states = criterionStates(questionnaire, claims);
  const contributions = criteriaByCrosswalk(questionnaire, view.crosswalk);
  const groups = controlsOf(framework).map(({ id, title, controls }) => {
    const covered = controls.map((control): ControlCoverage => {
      const of = (contributions.get(control.id) ?? []).map(
        (criterion): Contribution => ({ criterion: criterion.id, state: states.get(criterion.id) ?? "unknown" }),
      );
      const each = of.map(({ state }) => state);
      return { ...control, ...tallyOf(each), state: groupState(each), of };
    });
    return { id, title, ...countControls(covered), controls: covered };
  });
  const all = countControls(groups.flatMap(({ controls }) => controls));
  return {
    id: view.id,
    title: framework.title,
    source: framework.source ?? "",
    note: coverageNote(view, framework.title, all),
    ...all,
    share: all.total === 0 ? 0 : all.touched / all.total,
    groups,
  };
}

function countControls(controls: readonly ControlCoverage[]): ControlCounts {
  const count = (wanted: GroupState) => controls.filter(({ state }) => state === wanted).length;
  return {
    total: controls.length,
    touched: controls.length - count("untouched"),
    met: count("met"),
    partly: count("partly"),
    notMet: count("not-met"),
    unknown: count("unknown"),
    notApplicable: count("not-applicable"),
    outOfScope: count("out-of-scope"),
  };
}
