import type { ScopedDb } from "../platform/database/client";

type Content = Readonly<{ questionnaire: string; version: string }>;

/** The pillar of one criterion in a version, of the program or of the organization; undefined where the version doesn't have it. */
export async function pillarOfCriterion(
  db: ScopedDb,
  { questionnaire, version }: Content,
  criterion: string,
): Promise<string | undefined> {
  // Raw, because Prisma's schema has no views.
  const [row] = await db.$queryRaw<{ pillar: string }[]>`
    SELECT pillar FROM questionnaire_criteria
     WHERE questionnaire = ${questionnaire} AND version = ${version} AND criterion = ${criterion}`;
  return row?.pillar;
}

/** Whether a version has a pillar with anything to ask. */
export async function hasPillar(db: ScopedDb, { questionnaire, version }: Content, pillar: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM questionnaire_criteria
     WHERE questionnaire = ${questionnaire} AND version = ${version} AND pillar = ${pillar} LIMIT 1`;
  return rows.length > 0;
}

/** Every criterion of a version with its pillar. */
export function askedCriteria(
  db: ScopedDb,
  { questionnaire, version }: Content,
): Promise<readonly Readonly<{ criterion: string; pillar: string }>[]> {
  return db.$queryRaw<{ criterion: string; pillar: string }[]>`
    SELECT criterion, pillar FROM questionnaire_criteria WHERE questionnaire = ${questionnaire} AND version = ${version}`;
}
