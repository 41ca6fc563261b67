import { z } from "zod";
import { today } from "../platform/clock";
import { type FieldProblem, Problem } from "../platform/problem";

const DAY_MS = 86_400_000;

/** What a person says of a piece of evidence. */
export const evidenceFields = {
  title: z.string().trim().min(1, "Give it a title.").max(300),
  date: z.iso.date("Give the day on which it was so."),
  expires: z.iso.date("Give a day, or leave it empty.").optional(),
  source: z.string().trim().min(1).max(200).optional(),
  link: z
    .url({ protocol: /^https?$/, error: "Give an address that begins with https:// or http://." })
    .max(2_000)
    .optional(),
  verdict: z.enum(["supports", "contradicts"]),
  coverage: z.number().min(0).max(1, "A share goes up to 100 %.").optional(),
};

export const evidenceInputSchema = z.strictObject(evidenceFields);
export type EvidenceInput = z.output<typeof evidenceInputSchema>;

/**
 * The columns of what was said.
 * @throws Problem invalid where the days don't fit each other, or the day lies ahead
 */
export function evidenceColumns({ date, expires, source, link, coverage, ...rest }: EvidenceInput) {
  const fields: FieldProblem[] = [];
  // A day of grace: it may be tomorrow already where the person is.
  if (Date.parse(date) > Date.parse(today()) + DAY_MS) {
    fields.push({ path: "date", message: "This day lies ahead. Evidence shows what was so." });
  }
  if (expires !== undefined && expires <= date) {
    fields.push({ path: "expires", message: "It can't expire before or on its own day." });
  }
  if (fields.length > 0) throw new Problem("invalid", "The days don't fit.", fields);
  return {
    ...rest,
    date: new Date(date),
    expires: expires === undefined ? null : new Date(expires),
    source: source ?? null,
    link: link ?? null,
    coverage: coverage ?? null,
  };
}
