import { DatabaseError } from "pg";
import { z } from "zod";
import { wellFormed } from "../../core/words/well-formed";
import { idleInterval } from "../access/session";
import { callFunction } from "../platform/database/client";
import { noticeWaiting } from "../platform/outbox";
import { problemOf } from "../platform/statement-problem";
import { approved } from "./open-criterion";

const criterion = z.string().min(1).max(200);
const base = z.number().int().min(0);
const note = z.string().max(20_000, "A note holds at most 20,000 characters.").transform(wellFormed).optional();
/** The client's own name for the change: sent again under the same name, it is known as saved. */
const key = z
  .string()
  .regex(/^[A-Za-z0-9.-]{1,80}$/)
  .optional();
const common = { criterion, base, note, key };
const withCount = {
  count: z.number().int().min(1).max(2_000_000_000).optional(),
  population: z.number().int().min(2).max(2_000_000_000).optional(),
};

const changeSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...common, status: z.literal("met") }),
  z
    .strictObject({
      ...common,
      status: z.literal("partly"),
      coverage: z.number().gt(0).lt(1),
      ...withCount,
    })
    .refine(
      (change) => (change.count === undefined) === (change.population === undefined),
      "A count needs its population.",
    )
    .refine(
      (change) =>
        change.count === undefined ||
        change.population === undefined ||
        Math.abs(change.count / change.population - change.coverage) < 1e-9,
      {
        message: "The coverage must be count ÷ population.",
        path: ["coverage"],
      },
    ),
  z.strictObject({ ...common, status: z.literal("not-met") }),
  z.strictObject({ ...common, status: z.literal("unknown") }),
  z.strictObject({
    ...common,
    status: z.literal("not-applicable"),
    reason: z.string().trim().min(1, "Say why it doesn't apply.").max(2_000).transform(wellFormed),
  }),
  /** Takes an answer back to unanswered; the note stays. */
  z.strictObject({ ...common, status: z.null() }),
]);

/** One change or several that belong together; each names the version that it was made on (0: never answered). */
export const saveAnswersSchema = z.strictObject({
  changes: z.array(changeSchema).min(1).max(1000),
  how: z.enum(["hand", "stage-pick", "rest-not-met", "undo", "confirmed", "interview", "reconciled"]).default("hand"),
});

/** An answer as clients see it. */
export type AnswerView = Readonly<{
  status?: string;
  coverage?: number;
  count?: number;
  population?: number;
  reason?: string;
  accepted: boolean;
  note: string;
  version: number;
  how: string;
  changedBy: string;
  changedAt: string;
}>;

export type SaveResult = Readonly<{
  criterion: string;
  result: "saved" | "conflict" | "not-found";
  current?: AnswerView | null;
  /** The version that the change became, where it had been saved before under the same key. */
  saved?: number | null;
}>;

type Saved = Readonly<{ saved: { problem?: string; results?: SaveResult[] } }>;

/** The statement's own code for an approval that was committed while it ran: all that it wrote is taken back. */
function isApprovedMeanwhile(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === "PL001";
}

/**
 * Saves answers with all their duties in one statement; each change is saved or is told the version that stands.
 * @throws Problem unauthenticated, not-found, forbidden, conflict (approved)
 */
export async function saveAnswers(
  where: Readonly<{ tokenHash: Buffer; organization: string; assessment: string; address: string }>,
  { changes, how }: z.output<typeof saveAnswersSchema>,
): Promise<readonly SaveResult[]> {
  const [row] = await callFunction<Saved>`
    SELECT save_answers(${where.tokenHash}, ${idleInterval()}::interval, ${where.organization}, ${where.assessment}, ${JSON.stringify(changes)}::jsonb, ${how}, ${where.address}) AS saved`.catch(
    (error: unknown) => {
      if (isApprovedMeanwhile(error)) throw approved();
      throw error;
    },
  );
  const problem = row?.saved.problem;
  if (problem === "approved") throw approved();
  if (problem) throw problemOf(problem, "answers.write");
  noticeWaiting();
  return row?.saved.results ?? [];
}
