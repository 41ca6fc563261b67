import type { ResolvedModel } from "../../core/content/resolve-model";
import type { Questionnaire } from "../../core/content/types";
import { compileModel, type Model } from "../../core/scoring/compile-model";
import { notFound } from "../platform/problem";
import { findModel, modelsOf } from "./find-model";

/** A model over a questionnaire's criteria, resolved and compiled; neither ever changes. */
export type ReadyModel = Readonly<{ tree: ResolvedModel; model: Model }>;

// By the questionnaire itself, because two organizations may have private ones of the same name.
const ready = new WeakMap<Questionnaire, Map<string, ReadyModel>>();

/** Every model that a questionnaire's answers can be scored in, its own first. */
export function readModels(questionnaire: Questionnaire): readonly ReadyModel[] {
  return modelsOf(questionnaire).map((id) => readOneModel(questionnaire, id));
}

/** @throws Problem not-found */
export function readOneModel(questionnaire: Questionnaire, id: string): ReadyModel {
  const known = ready.get(questionnaire) ?? new Map<string, ReadyModel>();
  ready.set(questionnaire, known);
  const found = known.get(id);
  if (found) return found;
  const tree = findModel(id, questionnaire);
  if (!tree) throw notFound(`Model ${id}`);
  const made = { tree, model: compileModel(tree) };
  known.set(id, made);
  return made;
}
