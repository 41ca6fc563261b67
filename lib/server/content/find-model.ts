import { ownModel, type ResolvedModel, resolveModel } from "../../core/content/resolve-model";
import type { Questionnaire } from "../../core/content/types";
import { listModels, readModel } from "./load-models";

/** Ids of the models that a questionnaire's answers can be scored in: its own tree first. */
export function modelsOf(questionnaire: Questionnaire): readonly string[] {
  return [questionnaire.id, ...listModels()];
}

/**
 * One model over a questionnaire's criteria: its own tree, or another's.
 * @returns undefined where there is no such model
 */
export function findModel(id: string, questionnaire: Questionnaire): ResolvedModel | undefined {
  if (id === questionnaire.id) return ownModel(questionnaire);
  const file = readModel(id);
  return file && resolveModel(file, questionnaire);
}
