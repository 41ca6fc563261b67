import { countCriteria, type ResolvedModel } from "../content/resolve-model";
import type { Model } from "../scoring/compile-model";
import { scoreAssessment } from "../scoring/score";
import type { Claims } from "../scoring/types";
import type { ModelLinks } from "./addresses";
import { lowestPillars, type Scored, scored } from "./describe-model";

/** One model in the list of all. */
export type ModelRow = Readonly<{
  id: string;
  title: string;
  summary: string;
  criteria: number;
  overall: Scored | null;
  lowest: readonly string[];
  /** How many pillars it has. */
  pillars: number;
  href: string;
}>;

/** The same answers in every model, in the order that the models are given. */
export function describeModels(
  models: readonly Readonly<{ tree: ResolvedModel; model: Model }>[],
  claims: Claims,
  links: ModelLinks,
): readonly ModelRow[] {
  return models.map(({ tree, model }) => {
    const score = scoreAssessment(model, claims);
    return {
      ...{ id: tree.id, title: tree.title, summary: tree.summary, criteria: countCriteria(tree) },
      overall: score.overall && scored(tree, score.overall, score),
      lowest: lowestPillars(tree, score),
      pillars: tree.pillars.length,
      href: links.model(tree.id),
    };
  });
}
