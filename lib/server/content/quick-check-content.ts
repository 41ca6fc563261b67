import { type QuickCheckData, quickCheckData } from "../../core/quick-check/quick-check-data";
import { withPerson } from "../platform/database/client";
import { newestQuestionnaire } from "./newest-questionnaire";

let held: Promise<QuickCheckData> | undefined;

/** Who visits without an account. Questionnaires belong to no tenant, and nothing else is read. */
const NOBODY = "";

/** The quick check of the newest questionnaire, for anybody. Kept in memory, because a version never changes. */
export function quickCheckContent(): Promise<QuickCheckData> {
  held ??= withPerson(NOBODY, newestQuestionnaire).then(({ questionnaire }) => quickCheckData(questionnaire));
  held.catch(() => {
    held = undefined;
  });
  return held;
}
