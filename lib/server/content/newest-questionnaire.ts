import type { ScopedDb } from "../platform/database/client";
import { listVersions } from "./load-questionnaires";
import { type StoredQuestionnaire, storedQuestionnaire } from "./questionnaire-store";

/** What a new assessment asks. */
const QUESTIONNAIRE = "zero-trust";
const FIRST_VERSION = "1.0.0";

/** The questionnaire that a new assessment is made on: the newest version of the six pillars. */
export function newestQuestionnaire(db: ScopedDb): Promise<StoredQuestionnaire> {
  return storedQuestionnaire(db, QUESTIONNAIRE, listVersions(QUESTIONNAIRE).at(-1) ?? FIRST_VERSION);
}
