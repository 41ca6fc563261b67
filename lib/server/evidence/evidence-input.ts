import { z } from "zod";
import { EVIDENCE_KINDS, EVIDENCE_METHODS } from "../../core/evidence/kinds";
import { today } from "../platform/clock";
import { type FieldProblem, Problem } from "../platform/problem";

const DAY_MS = 86_400_000;
const MAX_COUNT = 100_000_000;

const text = (max: number) => z.string().trim().min(1).max(max).optional();
const count = z
  .number("Enter a whole number.")
  .int("Enter a whole number.")
  .min(1, "Enter 1 or more, or leave it empty.")
  .max(MAX_COUNT, "At most 100,000,000 are counted.")
  .optional();

/** What a piece says of one criterion. */
const said = z.strictObject({
  criterion: z.string().min(1).max(200),
  verdict: z.enum(["supports", "contradicts"]),
  coverage: z.number().min(0).max(1, "A share goes up to 100 %.").optional(),
});

/** What a person says of a piece of evidence, and of each criterion that it speaks to. */
export const evidenceInputSchema = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string().trim().min(1, "Give it a title.").max(300),
  date: z.iso.date("Give the day on which it was so."),
  expires: z.iso.date("Give a day, or leave it empty.").optional(),
  source: text(200),
  link: z
    .url({ protocol: /^https?$/, error: "Give an address that begins with https:// or http://." })
    .max(2_000)
    .optional(),
  owner: text(200),
  method: z.enum(EVIDENCE_METHODS).optional(),
  sampled: count,
  population: count,
  sampledFrom: text(200),
  criteria: z
    .array(said)
    .min(1, "Name a criterion that it speaks to.")
    .max(60)
    .refine((all) => new Set(all.map(({ criterion }) => criterion)).size === all.length, "Each criterion once."),
});

export type EvidenceInput = z.output<typeof evidenceInputSchema>;
export type Said = EvidenceInput["criteria"][number];

/**
 * The columns of what was said of the piece itself.
 * @throws Problem invalid where days or numbers don't fit each other, or what its kind asks for is missing
 */
export function evidenceColumns(input: EvidenceInput) {
  const { kind, title, date, expires, source, link, owner, method, sampled, population, sampledFrom } = input;
  const fields = problemsOf(input);
  if (fields.length > 0) throw new Problem("invalid", "Some of what was said of the evidence doesn't fit.", fields);
  return {
    kind,
    title,
    date: new Date(date),
    expires: expires === undefined ? null : new Date(expires),
    source: source ?? null,
    link: link ?? null,
    owner: owner ?? "",
    ...(kind === "attestation"
      ? {
          method: method ?? null,
          sampled: sampled ?? null,
          population: population ?? null,
          sampledFrom: sampledFrom ?? null,
        }
      : NO_SAMPLE),
  };
}

const NO_SAMPLE = { method: null, sampled: null, population: null, sampledFrom: null };

function problemsOf(input: EvidenceInput): readonly FieldProblem[] {
  const { kind, date, expires, source, link, method, sampled, population } = input;
  const problems: readonly (readonly [boolean, string, string])[] = [
    // A day of grace: it may be tomorrow already where the person is.
    [Date.parse(date) > Date.parse(today()) + DAY_MS, "date", "This day lies ahead. Evidence shows what was so."],
    [expires !== undefined && expires <= date, "expires", "It can't expire before or on its own day."],
    [kind === "link" && link === undefined, "link", "Give the address."],
    [
      kind === "scan" && source === undefined,
      "source",
      "Name the scanner or system: of one source only the newest counts.",
    ],
    [kind === "attestation" && method === undefined, "method", "Say how it was found out."],
    [
      sampled !== undefined && population !== undefined && sampled > population,
      "sampled",
      "No more can be looked at than there are.",
    ],
  ];
  return problems.flatMap(([wrong, path, message]) => (wrong ? [{ path, message }] : []));
}
