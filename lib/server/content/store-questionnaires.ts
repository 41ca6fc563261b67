import type pg from "pg";
import { lockSchema } from "../../core/content/lock";
import type { Questionnaire } from "../../core/content/types";
import { withClient } from "../platform/database/prepare";
import { StartupError } from "../platform/startup-error";
import { contentHash } from "./content-hash";
import { listQuestionnaires, listVersions } from "./load-questionnaires";
import { readLockText } from "./lock-file";
import { BrokenContent, readContent } from "./read-content";

/**
 * Stores every questionnaire version that the database doesn't have, so that an old assessment keeps its own wording for ever.
 * A version that its lock calls a draft is replaced when it changed.
 *
 * @returns what was stored
 * @throws StartupError when content is broken, or a published version was edited
 */
export async function storeQuestionnaires(ownerUrl: string): Promise<readonly string[]> {
  return withClient(ownerUrl, async (client) => {
    const added: string[] = [];
    for (const id of listQuestionnaires()) {
      for (const version of listVersions(id)) {
        const questionnaire = await readContent(id, version).catch(explain);
        if (await storeVersion(client, questionnaire, isDraft(id, version) ? "replace" : "refuse"))
          added.push(`${id} ${version}`);
      }
    }
    return added;
  });
}

/**
 * Stores one version unless it is there.
 * @param differing what happens to one that is there and differs: a draft is replaced, published content refused
 * @returns whether anything was stored
 * @throws StartupError when a published version differs
 */
export async function storeVersion(
  client: pg.Client,
  questionnaire: Questionnaire,
  differing: "replace" | "refuse",
): Promise<boolean> {
  const { id, version } = questionnaire;
  const hash = contentHash(questionnaire);
  const { rows } = await client.query<{ hash: string }>(
    "SELECT hash FROM questionnaire_versions WHERE questionnaire = $1 AND version = $2",
    [id, version],
  );
  if (rows[0]?.hash === hash) return false;
  if (rows[0] && differing === "refuse") {
    throw new StartupError(
      `Questionnaire ${id} ${version} differs from the version that this database holds.`,
      "Published content never changes: give the changed files a new version number.",
    );
  }
  const criteria = questionnaire.pillars.flatMap((pillar) =>
    pillar.topics.flatMap((topic) => topic.criteria.map((criterion) => [criterion.id, pillar.id] as const)),
  );
  await client.query("BEGIN");
  await client.query(
    `INSERT INTO questionnaire_versions (questionnaire, version, hash, content) VALUES ($1, $2, $3, $4)
     ON CONFLICT (questionnaire, version) DO UPDATE SET hash = EXCLUDED.hash, content = EXCLUDED.content`,
    [id, version, hash, JSON.stringify(questionnaire)],
  );
  await client.query("DELETE FROM built_in_criteria WHERE questionnaire = $1 AND version = $2", [id, version]);
  await client.query(
    "INSERT INTO built_in_criteria (questionnaire, version, criterion, pillar) SELECT $1, $2, * FROM unnest($3::text[], $4::text[])",
    [id, version, criteria.map(([criterion]) => criterion), criteria.map(([, pillar]) => pillar)],
  );
  await client.query("COMMIT");
  return true;
}

function isDraft(id: string, version: string): boolean {
  const text = readLockText(id, version);
  // Without a lock it was never published.
  return text === undefined || lockSchema.parse(JSON.parse(text)).draft;
}

function explain(error: unknown): never {
  if (error instanceof BrokenContent) throw new StartupError(error.message, "Mend the file it names.");
  throw error;
}
