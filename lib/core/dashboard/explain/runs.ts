import type { Model } from "../../scoring/compile-model";
import { type Evaluation, evaluate } from "../../scoring/evaluate";
import { readValues, type Values } from "../../scoring/read-values";
import type { Claims } from "../../scoring/types";
import type { MeasureName } from "./formula";

/** The three runs of one scoring with the values that they started from: what explanations take their numbers from. */
export type Runs = Readonly<{ values: Values; claimed: Evaluation; upTo: Evaluation; verified: Evaluation }>;

export const MEASURES: readonly MeasureName[] = ["claimed", "upTo", "verified"];

export function runAll(model: Model, claims: Claims): Runs {
  const values = readValues(model, claims);
  return {
    values,
    claimed: evaluate(model, values.low),
    upTo: evaluate(model, values.high),
    verified: evaluate(model, values.verified),
  };
}

/** The values that a run of a measure started from. */
export function valuesOf({ values }: Runs, measure: MeasureName): Float64Array {
  return { claimed: values.low, upTo: values.high, verified: values.verified }[measure];
}
