import type { ScopedDb } from "../platform/database/client";
import { listVersions } from "./load-questionnaires";
import { type StoredQuestionnaire, storedQuestionnaire } from "./questionnaire-store";

/** What a new assessment asks. */
const QUESTIONNAIRE = "zero-trust";
const FIRST_VERSION = "1.0.0";

/** The questionnaire that a new assessment is made on: the newest version of the six pillars. */
export function newestQuestionnaire(db: ScopedDb): Promise<StoredQuestionnaire> {
  const { id, version } = newestVersion();
  return storedQuestionnaire(db, id, version);
}

/** Its id and version, as its files say. */
export function newestVersion(): Readonly<{ id: string; version: string }> {
  return { id: QUESTIONNAIRE, version: listVersions(QUESTIONNAIRE).at(-1) ?? FIRST_VERSION };
}
