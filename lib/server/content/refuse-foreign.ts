import { askedTopics } from "../../core/said/asked-topics";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { storedQuestionnaire } from "./questionnaire-store";

/**
 * Refuses the whole request when anything in it isn't among the criteria of the topics that are asked.
 * @param what asks them, and what it calls each, for the message: a "link" its "questions", a "round" its "criteria"
 * @throws Problem invalid with the place of the first that isn't
 */
export async function refuseForeign(
  db: ScopedDb,
  { questionnaire, version }: Readonly<{ questionnaire: string; version: string }>,
  topics: readonly string[],
  { said, what, each }: Readonly<{ said: readonly Readonly<{ criterion: string }>[]; what: string; each: string }>,
): Promise<void> {
  const stored = await storedQuestionnaire(db, questionnaire, version);
  const asked = new Set(
    askedTopics(stored.questionnaire, topics).flatMap((topic) => topic.criteria.map(({ id }) => id)),
  );
  const foreign = said.findIndex(({ criterion }) => !asked.has(criterion));
  if (foreign < 0) return;
  throw new Problem("invalid", `Something was sent that this ${what} doesn't ask.`, [
    { path: `said.${foreign}.criterion`, message: `not among this ${what}'s ${each}` },
  ]);
}
