import { z } from "zod";
import { organizationShape } from "../content/organization-data";
import { EVIDENCE_KINDS, EVIDENCE_METHODS } from "../evidence/kinds";

export const ASSESSMENT_FORMAT = "plumbline.assessment/1";

const day = z.iso.date("must be a day that exists, written YYYY-MM-DD");
const text = (max: number) => z.string().trim().min(1).max(max);
/** As the database counts. */
const MAX_COUNT = 100_000_000;
const share = z.number().min(0).max(1);

export const evidenceSchema = z.strictObject({
  title: text(300),
  date: day.describe("When what it shows was so"),
  expires: day.optional().describe("First day on which it no longer supports"),
  source: text(200).optional().describe("Scanner or system; of one source only the newest observation counts"),
  verdict: z.enum(["supports", "contradicts"]),
  coverage: share.optional().describe("Measured share of the population, 0 to 1"),
  kind: z
    .enum(EVIDENCE_KINDS)
    .optional()
    .describe("A scan where absent and a source is named, a link where one is given"),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional()
    .describe("Where it can be found, beginning with https:// or http://"),
  owner: text(200).optional().describe("Who keeps it current"),
  method: z.enum(EVIDENCE_METHODS).optional().describe("Of an attestation: how it was found out"),
  sampled: z.number().int().min(1).max(MAX_COUNT).optional().describe("How many were looked at"),
  population: z.number().int().min(1).max(MAX_COUNT).optional().describe("Out of how many"),
  sampledFrom: text(200).optional().describe("Of what"),
  file: z
    .strictObject({
      name: text(200),
      size: z.number().int().min(1).describe("Bytes"),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits"),
    })
    .optional()
    .describe("What the file was; the file itself doesn't travel"),
  accepted: z.boolean().optional().describe("By somebody else than who answered; false when absent"),
  dismissed: z
    .union([z.boolean(), text(2000)])
    .optional()
    .describe("True, or the reason"),
});

export const exceptionSchema = z.strictObject({
  owner: text(200),
  reason: text(2000),
  expires: day,
  risk: text(2000).optional(),
  accepted: z.boolean().optional().describe("False while it is only proposed"),
});

export const answerSchema = z.strictObject({
  criterion: text(200).describe("Id of a criterion of the questionnaire"),
  status: z.enum(["met", "partly", "not-met", "unknown", "not-applicable"]),
  coverage: share
    .optional()
    .describe("Share of the population for which it holds; more than 0 and less than 1 when partly"),
  count: z.number().int().min(0).optional().describe("How many of the population; count ÷ population is the coverage"),
  population: z.number().int().min(1).optional(),
  reason: text(2000).optional().describe("Why it is not applicable"),
  accepted: z.boolean().optional().describe("Not applicable: accepted by somebody else; false when absent"),
  note: z.string().max(20_000).optional(),
  exception: exceptionSchema.optional().describe("An accepted deviation; changes no value"),
  evidence: z.array(evidenceSchema).max(500).optional(),
});

const levelOrStage = z.union([z.number(), text(60)]);

/** Of a pillar's target. */
const MAX_REASON = 500;

const targetShape = z
  .object({
    reasons: z
      .record(z.string(), text(MAX_REASON))
      .optional()
      .describe("Why a pillar's target is what it is, by pillar id"),
  })
  .catchall(z.union([levelOrStage, z.record(z.string(), levelOrStage)]));

/** Which keys there are depends on the questionnaire, so the reader checks each by its name. */
const profileSchema = z
  .record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]))
  .describe(
    "What the organization is: size, industry and the like by the keys below, and the questionnaire's own facts, of which only false takes topics out of scope",
  );

/** The file without its answers, which are read one by one so that every problem can be told. */
export const headSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(ASSESSMENT_FORMAT),
  questionnaire: z
    .union([z.strictObject({ id: text(100), version: text(30) }), text(130)])
    .describe('{"id", "version"}; or an id with "version" beside it, or "id@version"'),
  version: text(30).optional().describe("Version of the questionnaire where that is given by its id alone"),
  organization: z.union([text(200), z.strictObject({ name: text(200), id: text(100).optional() })]).optional(),
  profile: profileSchema.optional(),
  target: z
    .union([levelOrStage, targetShape])
    .optional()
    .describe(
      'A level, a stage id, or an object: "overall" and pillar ids (plain, or below "pillars") to a level or a stage id; "date" is the day to reach it, "reasons" says why by pillar id',
    ),
  answers: z.array(z.unknown()).max(20_000),
});

export const assessmentFileSchema = headSchema.extend({ answers: z.array(answerSchema).max(20_000) });

export type AssessmentFile = z.infer<typeof assessmentFileSchema>;
export type FileAnswer = z.infer<typeof answerSchema>;
export type FileEvidence = z.infer<typeof evidenceSchema>;

/**
 * The published JSON Schema of the file (draft 2020-12). It also says what the answer's status asks for; what no
 * schema can say (criteria that exist, duplicates) is left to the reader.
 */
export function assessmentJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(assessmentFileSchema, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === answerSchema) jsonSchema.allOf = STATUS_RULES.map((rule) => ({ ...rule }));
      if (zodSchema === profileSchema) Object.assign(jsonSchema, profileJsonSchema());
    },
  });
  return {
    $schema,
    $id: "plumbline.assessment-1.json",
    title: "Plumbline assessment file",
    description: "One organization's answers to one questionnaire version, with the evidence behind them.",
    ...rest,
  };
}

/** Known keys as they are, every other one a fact of the questionnaire. */
function profileJsonSchema(): Readonly<Record<string, unknown>> {
  const { properties } = z.toJSONSchema(z.object(organizationShape), { io: "input" });
  return { properties, additionalProperties: { type: "boolean" } };
}

const whenStatus = (status: string) => ({ properties: { status: { const: status } }, required: ["status"] });

const STATUS_RULES = [
  {
    if: whenStatus("partly"),
    // biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema
    then: { anyOf: [{ required: ["coverage"] }, { required: ["count", "population"] }] },
  },
  {
    if: whenStatus("not-applicable"),
    // biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema
    then: { required: ["reason"] },
  },
];
