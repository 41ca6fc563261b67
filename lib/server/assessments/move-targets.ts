import { type ContentRef, compareVersionNumbers } from "../content/content-ref";
import { knownContent } from "../content/known-content";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";

/**
 * The versions that an assessment can move to, the newest first: later ones of its own questionnaire, the newest of each overlay that lies over
 * it, and, from an overlay, the newest of what that lies over.
 */
export async function moveTargets(
  db: ScopedDb,
  { questionnaire, version }: Pick<Assessment, "questionnaire" | "version">,
): Promise<readonly ContentRef[]> {
  const all = await knownContent(db);
  const base = all.find((row) => row.questionnaire === questionnaire && row.version === version)?.base?.questionnaire;
  const newest = all.filter(
    (row, index) => all.findIndex((other) => other.questionnaire === row.questionnaire) === index,
  );
  return [
    ...all.filter((row) => row.questionnaire === questionnaire && compareVersionNumbers(row.version, version) > 0),
    ...newest.filter((row) => row.base?.questionnaire === questionnaire || row.questionnaire === base),
  ].map((row) => ({ questionnaire: row.questionnaire, version: row.version }));
}
