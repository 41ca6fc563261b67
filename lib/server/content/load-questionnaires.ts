import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Framework } from "../../core/content/check";
import type { ContentFiles } from "../../core/content/read";

/** The folder of all content, below the project's root. */
export const CONTENT_ROOT = join(process.cwd(), "questionnaires");

/**
 * Reads the files of one questionnaire version.
 * @param id such as "zero-trust"
 * @param version such as "1.0.0"; without one, the newest
 * @throws Error when there is no such questionnaire or version
 */
export function loadFiles(id: string, version?: string): { version: string; files: ContentFiles } {
  const wanted = version ?? listVersions(id).at(-1);
  if (!wanted) throw new Error(`There is no questionnaire "${id}". Known: ${listQuestionnaires().join(", ")}.`);
  const root = join(CONTENT_ROOT, id, wanted);
  const files = new Map<string, string>();
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(".yaml")) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8"));
  }
  return { version: wanted, files };
}

/** Ids of all questionnaires. */
export function listQuestionnaires(): readonly string[] {
  return readdirSync(CONTENT_ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && listVersions(entry.name).length > 0)
    .map((entry) => entry.name)
    .sort();
}

/** Versions of one questionnaire, oldest first. */
export function listVersions(id: string): readonly string[] {
  let names: string[];
  try {
    names = readdirSync(join(CONTENT_ROOT, id));
  } catch {
    return [];
  }
  return names
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** Every framework's id list. */
export function loadFrameworks(): readonly Framework[] {
  const root = join(CONTENT_ROOT, "frameworks");
  return readdirSync(root)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(root, name), "utf8")) as Framework);
}
