import type { ScopedDb } from "../platform/database/client";
import { type ContentRef, compareVersionNumbers } from "./content-ref";

/** A version that can be assessed; `base` where it lies over another questionnaire. */
export type KnownContent = ContentRef & Readonly<{ title: string; base: ContentRef | null }>;

/** Every version of the program and every published one of the organization, each questionnaire's newest first. */
export async function knownContent(db: ScopedDb): Promise<readonly KnownContent[]> {
  // Raw, so that the content, a megabyte each, stays in the database.
  const builtIn = await db.$queryRaw<{ questionnaire: string; version: string; title: string }[]>`
    SELECT questionnaire, version, content ->> 'title' AS title FROM questionnaire_versions`;
  const own = await db.ownQuestionnaire.findMany({
    where: { publishedAt: { not: null } },
    select: { questionnaire: true, version: true, title: true, baseQuestionnaire: true, baseVersion: true },
  });
  const all: KnownContent[] = [
    ...builtIn.map((row) => ({ ...row, base: null })),
    ...own.map(({ questionnaire, version, title, baseQuestionnaire, baseVersion }) => ({
      ...{ questionnaire, version, title },
      base: baseQuestionnaire && baseVersion ? { questionnaire: baseQuestionnaire, version: baseVersion } : null,
    })),
  ];
  return all.sort(
    (a, b) =>
      Number(a.questionnaire.startsWith("own-")) - Number(b.questionnaire.startsWith("own-")) ||
      a.questionnaire.localeCompare(b.questionnaire, "en") ||
      compareVersionNumbers(b.version, a.version),
  );
}
