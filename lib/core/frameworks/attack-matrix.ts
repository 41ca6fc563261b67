import type { Framework } from "../content/check";
import { criteriaByCrosswalk } from "../content/resolve-model";
import type { Questionnaire } from "../content/types";
import type { Claims } from "../scoring/types";
import { attackNote } from "../words/coverage";
import { type Contribution, criterionStates, type GroupState, groupState } from "./criterion-states";

/** How criteria stand to a technique: all that work against it are met, some are, none is, or nothing is known. */
export type TechniqueState = "mitigated" | "partly" | "open" | "unknown" | "not-applicable" | "out-of-scope";

export type Technique = Readonly<{
  id: string;
  title: string;
  /** Of a sub-technique: the technique that it belongs to. */
  parent?: Readonly<{ id: string; title: string }>;
  state: TechniqueState;
  of: readonly Contribution[];
}>;

/** Numbers of techniques and sub-techniques. */
export type TechniqueCounts = Readonly<{
  total: number;
  touched: number;
  mitigated: number;
  partly: number;
  open: number;
  unknown: number;
  notApplicable: number;
  outOfScope: number;
}>;

export type Tactic = TechniqueCounts &
  Readonly<{
    id: string;
    title: string;
    /** Those that a criterion works against, in the order of their ids. */
    techniques: readonly Technique[];
    /** Ids of those that no criterion speaks of. */
    untouched: readonly string[];
  }>;

/** `all` counts every technique once, though it may stand under several tactics. */
export type AttackMatrix = Readonly<{ note: string; all: TechniqueCounts; tactics: readonly Tactic[] }>;

/** The techniques of ATT&CK by tactic, and how an assessment's answers stand to each, through the crosswalk. */
export function attackMatrix(framework: Framework, questionnaire: Questionnaire, claims: Claims): AttackMatrix {
  const states = criterionStates(questionnaire, claims);
  const contributions = criteriaByCrosswalk(questionnaire, "attack");
  const titles = new Map(framework.items.map(({ id, title }) => [id, title]));
  const techniques = new Map<string, Technique>();
  for (const { id, title } of framework.items) {
    const of = (contributions.get(id) ?? []).map(
      (criterion): Contribution => ({ criterion: criterion.id, state: states.get(criterion.id) ?? "unknown" }),
    );
    const state = STATES[groupState(of.map((each) => each.state))];
    if (state === undefined) continue;
    const [above = id] = id.split(".");
    const parent = above === id ? {} : { parent: { id: above, title: titles.get(above) ?? above } };
    techniques.set(id, { id, title, ...parent, state, of });
  }
  const tactics = (framework.tactics ?? []).map((tactic): Tactic => {
    const ids = framework.items.filter((item) => item.tactics?.includes(tactic.id)).map(({ id }) => id);
    const touched = ids.flatMap((id) => techniques.get(id) ?? []);
    return {
      ...tactic,
      ...countTechniques(ids.length, touched),
      techniques: touched,
      untouched: ids.filter((id) => !techniques.has(id)),
    };
  });
  const all = countTechniques(framework.items.length, [...techniques.values()]);
  return { note: attackNote(all), all, tactics };
}

const STATES: Readonly<Record<GroupState, TechniqueState | undefined>> = {
  met: "mitigated",
  partly: "partly",
  "not-met": "open",
  unknown: "unknown",
  "not-applicable": "not-applicable",
  "out-of-scope": "out-of-scope",
  untouched: undefined,
};

function countTechniques(total: number, touched: readonly Technique[]): TechniqueCounts {
  const count = (wanted: TechniqueState) => touched.filter(({ state }) => state === wanted).length;
  return {
    total,
    touched: touched.length,
    mitigated: count("mitigated"),
    partly: count("partly"),
    open: count("open"),
    unknown: count("unknown"),
    notApplicable: count("not-applicable"),
    outOfScope: count("out-of-scope"),
  };
}
