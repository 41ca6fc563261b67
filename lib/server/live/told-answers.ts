import type { LiveNotice } from "../../core/live/live-event";
import type { AnswersRead } from "../../core/walk/entry";
import { type ScopedDb, withOrganization } from "../platform/database/client";
import { log } from "../platform/log";

/** Nobody: what is read is the same for everybody who may see it. Whether somebody may is asked for each stream. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
/** More than these are left to be read: they would wait in memory for whoever reads slowly. */
const MOST_CRITERIA = 60;
const MOST_CHARACTERS = 16_000;

/**
 * The answers that notices of one assessment speak of, as they stand: read once for all who follow it, so that they don't all
 * come and ask for the same.
 *
 * @returns null where the notices speak of none, or of too much
 */
export async function toldAnswers(
  where: Readonly<{ organization: string; assessment: string }>,
  notices: readonly LiveNotice[],
): Promise<AnswersRead | null> {
  const criteria = criteriaOf(notices);
  if (criteria.length === 0 || criteria.length > MOST_CRITERIA) return null;
  try {
    const told = await withOrganization({ organizationId: where.organization, userId: NOBODY }, (db) =>
      standingAnswers(db, where.assessment, criteria),
    );
    return told && JSON.stringify(told).length <= MOST_CHARACTERS ? told : null;
  } catch (error) {
    log.warn({ name: error instanceof Error ? error.name : "?" }, "live answers could not be read: clients read them");
    return null;
  }
}

function criteriaOf(notices: readonly LiveNotice[]): readonly string[] {
  const named = notices.flatMap(({ topic, answers }) => (topic === "answers" && Array.isArray(answers) ? answers : []));
  return [...new Set(named.map(({ criterion }) => String(criterion)))];
}

async function standingAnswers(
  db: ScopedDb,
  assessment: string,
  criteria: readonly string[],
): Promise<AnswersRead | null> {
  const [row] = await db.$queryRaw<{ read: AnswersRead }[]>`
    SELECT standing_answers(${assessment}::uuid, ${JSON.stringify(criteria)}::jsonb) AS read`;
  return row?.read ?? null;
}
