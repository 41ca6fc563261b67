import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";

/** A questionnaire version by its name. */
export type ContentRef = Readonly<{ questionnaire: string; version: string }>;

/** The versions that an assessment can move to, the newest first: later ones of its own questionnaire. */
export async function moveTargets(
  db: ScopedDb,
  { questionnaire, version }: Pick<Assessment, "questionnaire" | "version">,
): Promise<readonly ContentRef[]> {
  const rows = await db.questionnaireVersion.findMany({
    where: { questionnaire },
    select: { questionnaire: true, version: true },
  });
  return rows
    .filter((row) => compareNumbers(row.version, version) > 0)
    .sort((a, b) => compareNumbers(b.version, a.version));
}

/** The order of two versions such as 1.2.0 and 1.10.0. */
function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
