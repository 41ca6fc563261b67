import { countCriteria, type ResolvedModel } from "../../lib/core/content/resolve-model";
import type { Questionnaire } from "../../lib/core/content/types";
import { findModel, modelsOf } from "../../lib/server/content/find-model";
import { listModels } from "../../lib/server/content/load-models";
import { listQuestionnaires } from "../../lib/server/content/load-questionnaires";
import { readContent } from "../../lib/server/content/read-content";
import { BadInput } from "./errors";
import { findVersion } from "./load-content";
import { printJson } from "./print-json";
import { treeShown } from "./show-questionnaire";

/** Models that are no questionnaire's own tree are shown with the criteria of this one. */
const BASE = "zero-trust";

/** Prints every model: id, version, name and number of different criteria, with the newest content. */
export async function listAllModels(): Promise<number> {
  const own = await Promise.all(listQuestionnaires().map((id) => newest(id)));
  const base = own.find(({ id }) => id === BASE);
  const models = [
    ...own.map((questionnaire) => modelOf(questionnaire.id, questionnaire)),
    ...(base ? listModels().map((id) => modelOf(id, base)) : []),
  ];
  printJson(
    models.map((model) => ({
      id: model.id,
      version: model.version,
      name: model.title,
      criteria: countCriteria(model),
    })),
  );
  return 0;
}

/** Prints one model with the newest content in the shape of `questionnaire show`. @throws BadInput when there is no such model */
export async function showModel(id: string): Promise<number> {
  const questionnaire = await newest(listQuestionnaires().includes(id) ? id : BASE);
  printJson(treeShown(modelOf(id, questionnaire)));
  return 0;
}

/** @throws BadInput when a questionnaire's answers can't be scored in such a model */
export function modelOf(id: string, questionnaire: Questionnaire): ResolvedModel {
  const model = findModel(id, questionnaire);
  if (!model) throw new BadInput([`no model is called "${id}"; known: ${modelsOf(questionnaire).join(", ")}`]);
  return model;
}

function newest(id: string): Promise<Questionnaire> {
  return readContent(id, findVersion(id, undefined));
}
