import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ModelFile, modelSchema } from "../../core/content/model-schema";
import { parseYaml } from "../../core/content/parse-yaml";
import { CONTENT_ROOT, listVersions } from "./load-questionnaires";
import { BrokenContent } from "./read-content";

const MODELS = "models";
const loaded = new Map<string, ModelFile>();

/** Ids of all models that are trees of their own, apart from the questionnaires' trees. */
export function listModels(): readonly string[] {
  return readdirSync(join(CONTENT_ROOT, MODELS))
    .filter((id) => listVersions(join(MODELS, id)).length > 0)
    .sort();
}

/**
 * The newest version of a model, as its file says; undefined where there is no such model. Kept in memory, because
 * content comes with the program.
 * @throws BrokenContent
 */
export function readModel(id: string): ModelFile | undefined {
  const known = loaded.get(id);
  if (known) return known;
  const version = listModels().includes(id) ? listVersions(join(MODELS, id)).at(-1) : undefined;
  if (version === undefined) return undefined;
  const text = readFileSync(join(CONTENT_ROOT, MODELS, id, version, "model.yaml"), "utf8");
  const { value, problems } = parseYaml("model.yaml", text, modelSchema);
  if (!value) throw new BrokenContent(join(MODELS, id), version, problems);
  loaded.set(id, value);
  return value;
}
