import type { Framework } from "../../../core/content/check";
import type { Surroundings } from "../../../core/content/own/read-own";
import type { ScopedDb } from "../../platform/database/client";
import { loadFrameworks } from "../load-questionnaires";
import { storedQuestionnaire } from "../questionnaire-store";

let frameworks: readonly Framework[] | undefined;

/** What own content is held against: the id lists, and every version of the program. */
export async function surroundingsOf(db: ScopedDb): Promise<Surroundings> {
  frameworks ??= loadFrameworks();
  const versions = await db.questionnaireVersion.findMany({ select: { questionnaire: true, version: true } });
  const bases = await Promise.all(
    versions.map(async ({ questionnaire, version }) => ({
      name: `${questionnaire}@${version}`,
      content: (await storedQuestionnaire(db, questionnaire, version)).questionnaire,
    })),
  );
  return {
    frameworks,
    base: ({ questionnaire, version }) => bases.find(({ name }) => name === `${questionnaire}@${version}`)?.content,
  };
}
