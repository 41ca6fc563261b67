import type { Questionnaire } from "../content/types";
import type { Model, ModelTree } from "./compile-model";
import { evaluate } from "./evaluate";
import { LEFT_OUT, readValues } from "./read-values";
import type { Claims } from "./types";

/** A level in [1, n] three times, without a stage; answered and in-scope criteria of the subset. */
export type SubsetScore = Readonly<{
  low: number;
  high: number;
  verified: number;
  answered: number;
  inScope: number;
}>;

/**
 * Levels of parts of a model: the same computation on the sub-tree of the given criteria, without gates, level only.
 *
 * @param subsets criterion ids by the subset's name, such as a principle; see `subsetsBy`
 * @returns null for a subset of which nothing is applicable
 */
export function scoreSubsets(
  model: Model,
  claims: Claims,
  subsets: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, SubsetScore | null> {
  const values = readValues(model, claims);
  const result = new Map<string, SubsetScore | null>();
  for (const [name, criteria] of subsets) {
    const included = Uint8Array.from(model.criteria, (id) => (criteria.has(id) ? 1 : 0));
    const level = (all: Float64Array) => evaluate(model, mask(model, all, included)).level;
    const low = level(values.low);
    const sum = (flags: Uint8Array) => flags.reduce((count, flag, index) => count + flag * (included[index] ?? 0), 0);
    const score = { low, high: level(values.high), verified: level(values.verified) };
    result.set(name, low === 0 ? null : { ...score, answered: sum(values.answered), inScope: sum(values.inScope) });
  }
  return result;
}

/** Leaving a criterion out is the same as cutting it from the tree, as gates and stages play no part in a level. */
function mask(model: Model, values: Float64Array, included: Uint8Array): Float64Array {
  return values.map((value, slot) => (included[model.slots.criterion[slot] ?? 0] === 1 ? value : LEFT_OUT));
}

/** Criterion ids of a questionnaire by principle or by driver, in the order in which they first appear. */
export function subsetsBy(
  questionnaire: Questionnaire,
  tag: "principles" | "drivers",
): ReadonlyMap<string, ReadonlySet<string>> {
  const subsets = new Map<string, Set<string>>();
  for (const topic of questionnaire.pillars.flatMap((pillar) => pillar.topics)) {
    for (const criterion of topic.criteria) {
      for (const name of criterion[tag]) {
        const subset = subsets.get(name) ?? new Set();
        subsets.set(name, subset.add(criterion.id));
      }
    }
  }
  return subsets;
}

/** The tree of the quick check: the topics that the questionnaire names, their gates among them. Score it like any model. */
export function quickCheckTree(questionnaire: Questionnaire): ModelTree {
  const wanted = new Set(questionnaire.quickCheck);
  return {
    threshold: questionnaire.threshold,
    stages: questionnaire.stages,
    pillars: questionnaire.pillars.map((pillar) => ({
      ...pillar,
      topics: pillar.topics.filter((topic) => wanted.has(topic.id)),
    })),
  };
}
