import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFiles } from "../../lib/core/content/read";
import type { Questionnaire } from "../../lib/core/content/types";
import type { Catalogue } from "../../lib/core/portable/parse-assessment-file";
import { listQuestionnaires, listVersions, loadFiles } from "../../lib/server/content/load-questionnaires";
import { BadInput } from "./errors";

// Reading the YAML takes most of the time of a short command; the resolved content is kept under a hash of all it is made from.
const CACHE = join("node_modules", ".cache", "plumbline");
const MADE_BY = ["lib/core/content/schema.ts", "lib/core/content/read.ts"];

/**
 * The version to use of a questionnaire: the one asked for, or the newest.
 * @throws BadInput when there is no such questionnaire or version
 */
export function findVersion(id: string, version: string | undefined): string {
  const ids = listQuestionnaires();
  if (!ids.includes(id)) throw new BadInput([`no questionnaire is called "${id}"; known: ${ids.join(", ")}`]);
  const versions = listVersions(id);
  const wanted = version ?? versions.at(-1);
  if (wanted === undefined || !versions.includes(wanted)) {
    throw new BadInput([`${id} has no version "${version}"; known: ${versions.join(", ")}`]);
  }
  return wanted;
}

/** One questionnaire version, resolved. @throws Error when its content has problems */
export async function loadContent(id: string, version: string): Promise<Questionnaire> {
  const { files } = loadFiles(id, version);
  const cached = join(CACHE, `${fingerprint(files)}.json`);
  try {
    // This command wrote it, under a hash of the content: as trusted as the code beside it.
    return JSON.parse(readFileSync(cached, "utf8")) as Questionnaire;
  } catch {
    const { readQuestionnaire } = await import("../../lib/core/content/read");
    const result = readQuestionnaire(files);
    if (!result.ok) {
      throw new Error(`questionnaire ${id} ${version} has problems; "plumbline questionnaire check ${id}" lists them`);
    }
    keep(cached, JSON.stringify(result.questionnaire));
    return result.questionnaire;
  }
}

/** The questionnaires that an assessment file may name; `load` gives only what was loaded for it before. */
export async function catalogueFor(named: Readonly<{ id: string; version: string | undefined }>): Promise<Catalogue> {
  const known = listQuestionnaires().map((id) => ({ id, versions: listVersions(id) }));
  const exists = known.some(({ id, versions }) => id === named.id && versions.includes(named.version ?? ""));
  const loaded = exists && named.version !== undefined ? await loadContent(named.id, named.version) : undefined;
  return {
    known,
    load: (id, version) => {
      if (loaded?.id !== id || loaded.version !== version) throw new Error(`${id} ${version} wasn't loaded`);
      return loaded;
    },
  };
}

function fingerprint(files: ContentFiles): string {
  const hash = createHash("sha256");
  for (const path of MADE_BY) hash.update(readFileSync(path));
  hash.update(JSON.stringify([...files].sort(([a], [b]) => (a < b ? -1 : 1))));
  return hash.digest("hex");
}

function keep(path: string, text: string): void {
  try {
    mkdirSync(CACHE, { recursive: true });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch {
    // A folder that can't be written only costs the next start some time.
  }
}
