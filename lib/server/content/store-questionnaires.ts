import { readQuestionnaire } from "../../core/content/read";
import type { Questionnaire } from "../../core/content/types";
import { withClient } from "../platform/database/prepare";
import { StartupError } from "../platform/startup-error";
import { contentHash } from "./content-hash";
import { listQuestionnaires, listVersions, loadFiles } from "./load-questionnaires";

/**
 * Stores every questionnaire version that the database doesn't have, so that an old assessment keeps its own wording for ever.
 * @returns what was stored
 * @throws StartupError when content is broken, or a published version was edited
 */
export async function storeQuestionnaires(ownerUrl: string): Promise<readonly string[]> {
  return withClient(ownerUrl, async (client) => {
    const added: string[] = [];
    for (const { questionnaire, hash } of readAll()) {
      const key = [questionnaire.id, questionnaire.version];
      const { rows } = await client.query<{ hash: string }>("SELECT hash FROM questionnaire_versions WHERE questionnaire = $1 AND version = $2", key);
      if (rows[0]?.hash === hash) continue;
      if (rows[0]) {
        throw new StartupError(
          `Questionnaire ${key.join(" ")} differs from the version that this database holds.`,
          "Published content never changes: give the changed files a new version number.",
        );
      }
      const criteria = questionnaire.pillars.flatMap((pillar) => pillar.topics.flatMap((topic) => topic.criteria.map((criterion) => [criterion.id, pillar.id] as const)));
      await client.query("BEGIN");
      await client.query("INSERT INTO questionnaire_versions (questionnaire, version, hash, content) VALUES ($1, $2, $3, $4)", [...key, hash, JSON.stringify(questionnaire)]);
      await client.query("INSERT INTO questionnaire_criteria (questionnaire, version, criterion, pillar) SELECT $1, $2, * FROM unnest($3::text[], $4::text[])", [
        ...key,
        criteria.map(([id]) => id),
        criteria.map(([, pillar]) => pillar),
      ]);
      await client.query("COMMIT");
      added.push(key.join(" "));
    }
    return added;
  });
}

function* readAll(): Iterable<{ questionnaire: Questionnaire; hash: string }> {
  for (const id of listQuestionnaires()) {
    for (const version of listVersions(id)) {
      const result = readQuestionnaire(loadFiles(id, version).files);
      if (!result.ok) {
        const [first] = result.problems;
        throw new StartupError(`Questionnaire ${id} ${version} is broken: ${first?.file}:${first?.line} ${first?.path}: ${first?.message}`, "npm run plumbline -- questionnaire check lists everything.");
      }
      yield { questionnaire: result.questionnaire, hash: contentHash(result.questionnaire) };
    }
  }
}
