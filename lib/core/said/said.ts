import { z } from "zod";
import type { Answer } from "../scoring/types";
import { LONGEST } from "../words/long-text";

const count = z.number().int().min(1).max(2_000_000_000);

/** An answer as a guest may give it. "Not applicable" is never accepted by who says it. */
const guestAnswer = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("met") }),
  z.strictObject({ status: z.literal("not-met") }),
  z.strictObject({ status: z.literal("unknown") }),
  z
    .strictObject({
      status: z.literal("partly"),
      coverage: z.number().gt(0).lt(1),
      count: count.optional(),
      population: count.min(2).optional(),
    })
    .refine(
      (answer) => (answer.count === undefined) === (answer.population === undefined),
      "A count needs its population.",
    )
    .refine(
      ({ coverage, count, population }) =>
        count === undefined || population === undefined || Math.abs(count / population - coverage) < 1e-9,
      { message: "The coverage must be count ÷ population.", path: ["coverage"] },
    ),
  z
    .strictObject({
      status: z.literal("not-applicable"),
      reason: z.string().trim().min(1, "Say why it doesn't apply.").max(LONGEST.text),
    })
    .transform((answer) => ({ ...answer, accepted: false as const })),
]);

/** What a device sends: the answer (null takes it back), a note, and a number above that of what it was said over. */
const saidSchema = z.strictObject({
  criterion: z.string().min(1).max(200),
  sequence: z.number().int().min(1).max(2_000_000_000),
  answer: guestAnswer.nullable(),
  note: z.string().max(LONGEST.saidNote, "A note holds at most 5,000 characters."),
});

/** What a device sends at once. */
export const saidInput = z.strictObject({ said: z.array(saidSchema).min(1).max(500) });

/** What was said of one criterion. */
export type Said = Readonly<{ answer: Answer | null; note: string; sequence: number }>;

/** What the server made of it: how many it took, and of the others what stands. */
export type Kept = Readonly<{ kept: number; standing: readonly (Said & Readonly<{ criterion: string }>)[] }>;
