import { z } from "zod";
import type { AnswersRead } from "../../core/walk/entry";
import { idleInterval } from "../access/session";
import { callFunction } from "../platform/database/client";
import { problemOf } from "../platform/statement-problem";

/** A few criteria by id, with commas between; everything when absent. */
export const criteriaQuery = z
  .string()
  .max(8_000)
  .transform((text) => text.split(","))
  .optional();

export const readAnswersQuery = z.strictObject({ criteria: criteriaQuery });

/**
 * Answers as they stand, in one statement, because many live clients may ask at the same moment.
 * It doesn't count as a use of the session.
 * @throws Problem unauthenticated, not-found, forbidden
 */
export async function readAnswers(
  where: Readonly<{ tokenHash: Buffer; organization: string; assessment: string }>,
  criteria: readonly string[] | undefined,
): Promise<AnswersRead> {
  const wanted = criteria === undefined ? null : JSON.stringify(criteria);
  const [row] = await callFunction<{ read: AnswersRead & { problem?: string } }>`
    SELECT read_answers(${where.tokenHash}, ${idleInterval()}::interval, ${where.organization}, ${where.assessment}, ${wanted}::jsonb) AS read`;
  if (!row || row.read.problem) throw problemOf(row?.read.problem ?? "not-found", "results.read");
  return row.read;
}
