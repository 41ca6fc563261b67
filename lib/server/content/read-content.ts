import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFiles } from "../../core/content/read";
import type { Problem, Questionnaire } from "../../core/content/types";
import { loadFiles } from "./load-questionnaires";

// Reading the YAML takes a second; the resolved content is kept under a hash of all it is made from.
const CACHE = join("node_modules", ".cache", "plumbline");
const MADE_BY = ["schema.ts", "read.ts", "parse-yaml.ts", "read-yaml.ts"].map((name) => `lib/core/content/${name}`);

/** Content with problems, the first of which says where. */
export class BrokenContent extends Error {
  override readonly name = "BrokenContent";
  constructor(
    id: string,
    version: string,
    readonly problems: readonly Problem[],
  ) {
    const [first] = problems;
    super(
      `Questionnaire ${id} ${version} is broken: ${first?.file}:${first?.line}:${first?.column} ${first?.path}: ${first?.message} (npm run plumbline -- questionnaire check lists everything)`,
    );
  }
}

/** One questionnaire version, resolved. @throws BrokenContent */
export async function readContent(id: string, version: string): Promise<Questionnaire> {
  const { files } = loadFiles(id, version);
  const cached = join(CACHE, `${fingerprint(files)}.json`);
  try {
    // Written here, under a hash of the content: as trusted as the code beside it.
    return JSON.parse(readFileSync(cached, "utf8")) as Questionnaire;
  } catch {
    const { readQuestionnaire } = await import("../../core/content/read");
    const result = readQuestionnaire(files);
    if (!result.ok) throw new BrokenContent(id, version, result.problems);
    keep(cached, JSON.stringify(result.questionnaire));
    return result.questionnaire;
  }
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
