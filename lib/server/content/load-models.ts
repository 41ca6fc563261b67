import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ModelFile, modelSchema } from "../../core/content/model-schema";
import { type ParsedYaml, parseYaml } from "../../core/content/parse-yaml";
import { CONTENT_ROOT, listVersions } from "./load-questionnaires";
import { BrokenContent } from "./read-content";

const MODELS = "models";
const loaded = new Map<string, ModelFile>();

/** Ids of all models that are trees of their own, apart from the questionnaires' trees. */
export function listModels(): readonly string[] {
  return readdirSync(join(CONTENT_ROOT, MODELS))
    .filter((id) => listModelVersions(id).length > 0)
    .sort();
}

/** A model's folder below that of all content. */
export function modelFolder(id: string): string {
  return join(MODELS, id);
}

/** Versions of one model, oldest first. */
export function listModelVersions(id: string): readonly string[] {
  return listVersions(modelFolder(id));
}

/** One version of a model as its file says, or what is wrong with the file. */
export function parseModel(id: string, version: string): ParsedYaml<ModelFile> {
  const text = readFileSync(join(CONTENT_ROOT, modelFolder(id), version, "model.yaml"), "utf8");
  return parseYaml("model.yaml", text, modelSchema);
}

/**
 * The newest version of a model, as its file says; undefined where there is no such model. Kept in memory, because
 * content comes with the program.
 * @throws BrokenContent
 */
export function readModel(id: string): ModelFile | undefined {
  const known = loaded.get(id);
  if (known) return known;
  const version = listModels().includes(id) ? listModelVersions(id).at(-1) : undefined;
  if (version === undefined) return undefined;
  const { value, problems } = parseModel(id, version);
  if (!value) throw new BrokenContent(modelFolder(id), version, problems);
  loaded.set(id, value);
  return value;
}
