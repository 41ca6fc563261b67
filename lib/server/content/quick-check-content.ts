import { type QuickCheckData, quickCheckData } from "../../core/quick-check/quick-check-data";
import { newestVersion } from "./newest-questionnaire";
import { readContent } from "./read-content";

let held: Promise<QuickCheckData> | undefined;

/** The quick check of the newest questionnaire, from the published files: it belongs to no organization. */
export function quickCheckContent(): Promise<QuickCheckData> {
  const { id, version } = newestVersion();
  held ??= readContent(id, version).then(quickCheckData);
  held.catch(() => {
    held = undefined;
  });
  return held;
}
