import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Framework } from "../../core/content/check";
import type { ContentFiles } from "../../core/content/read";
import type { FrameworkId } from "../../core/content/schema";

/** The folder of all content, below the project's root. */
export const CONTENT_ROOT = join(process.cwd(), "questionnaires");

// Read without a YAML reader, which would cost each start a tenth of a second; the schema checks the same line.
const CONTINUES = /^continues: *(\d+\.\d+\.\d+) *$/m;

/** Files of a version by path; `homes` says in which version's folder each one lies. */
export type LoadedFiles = Readonly<{ version: string; files: ContentFiles; homes: ReadonlyMap<string, string> }>;

/**
 * Reads the files of one questionnaire version. A version that continues another one has only the files that changed; the rest are the other's,
 * apart from those for which its own folder holds an empty file.
 * @param id such as "zero-trust"
 * @param version such as "1.0.0"; without one, the newest
 * @throws Error when there is no such questionnaire or version
 */
export function loadFiles(id: string, version?: string): LoadedFiles {
  const wanted = version ?? listVersions(id).at(-1);
  if (!wanted) throw new Error(`There is no questionnaire "${id}". Known: ${listQuestionnaires().join(", ")}.`);
  const own = readFolder(join(CONTENT_ROOT, id, wanted));
  const before = CONTINUES.exec(own.get("questionnaire.yaml") ?? "")?.[1];
  const earlier = before === undefined ? undefined : loadFiles(id, earlierVersion(id, wanted, before));
  const files = new Map([...(earlier?.files ?? []), ...own].filter(([path]) => own.get(path)?.trim() !== ""));
  const homes = new Map(
    [...files.keys()].map((path) => [path, own.has(path) ? wanted : (earlier?.homes.get(path) ?? wanted)]),
  );
  return { version: wanted, files, homes };
}

function earlierVersion(id: string, version: string, before: string): string {
  const versions = listVersions(id);
  if (versions.includes(before) && versions.indexOf(before) < versions.indexOf(version)) return before;
  throw new Error(`${id} ${version} continues ${before}, which is no earlier version of it.`);
}

function readFolder(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".yaml")) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8"));
  }
  return files;
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
    .map(readFramework);
}

/** One framework's id list, kept in memory because content comes with the program. */
export function loadFramework(id: FrameworkId): Framework {
  const known = frameworks.get(id) ?? readFramework(`${id}.json`);
  frameworks.set(id, known);
  return known;
}

const frameworks = new Map<FrameworkId, Framework>();

function readFramework(name: string): Framework {
  // Ours, and held against the crosswalk by the check of content.
  return JSON.parse(readFileSync(join(CONTENT_ROOT, "frameworks", name), "utf8")) as Framework;
}
