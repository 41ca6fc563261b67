import { z } from "zod";
import { organizationDataSchema } from "../content/organization-data";
import { ITEM_STATES } from "../planning/plan-view";
import { SAMPLE_PEOPLE, type SampleRole } from "./people";

const day = z.iso.date("a day, YYYY-MM-DD");
const text = z.string().trim().min(1).max(2000);
const role = z.enum(Object.keys(SAMPLE_PEOPLE) as [SampleRole, ...SampleRole[]]);
const months = z.number().int().min(1).max(36);

/** "59 %" or "1108/1204". */
const SHARE = /^(\d+(\.\d+)?) %$|^\d+\/\d+$/;
const share = z.string().regex(SHARE, 'a share such as "59 %" or "1108/1204"');
const answer = z.union([z.enum(["met", "not-met", "unknown", "n/a"]), share]).nullable();

const evidence = z.strictObject({
  title: text.max(300),
  /** Each day gives one piece of evidence, the oldest first. */
  dates: z.array(day).min(1),
  /** How long it supports; without it, it doesn't expire. */
  months: months.optional(),
  source: text.max(200).optional(),
  verdict: z.enum(["supports", "contradicts"]).default("supports"),
  /** Of each day, or of all of them. */
  measures: z.union([share, z.array(share)]).optional(),
  accepted: z.boolean().default(true),
  dismissed: text.optional(),
});

const topic = z.strictObject({
  by: role,
  /** By the last part of a criterion's id: one answer for each round. */
  answers: z.record(z.string(), z.array(answer)),
  notApplicable: z.record(z.string(), z.strictObject({ reason: text, accepted: z.boolean() })).default({}),
  notes: z.record(z.string(), z.union([text, z.strictObject({ by: role, says: text })])).default({}),
  exceptions: z
    .record(z.string(), z.strictObject({ owner: text, reason: text, risk: text, granted: day, expires: day }))
    .default({}),
  evidence: z.record(z.string(), z.array(evidence)).default({}),
});

/** One file by pillar: its topics, by the last part of their id. */
export const samplePillarSchema = z.record(z.string(), topic);

/** What is not of one pillar. */
export const sampleHeadSchema = z.strictObject({
  organization: text,
  questionnaire: text,
  version: text,
  today: day,
  assessment: z.strictObject({
    name: text,
    scope: text,
    began: day,
    profile: z.record(z.string(), z.boolean()),
    sizes: organizationDataSchema.strict(),
    target: z.strictObject({
      pillars: z.record(z.string(), z.number()),
      reasons: z.record(z.string(), text).default({}),
      by: day,
    }),
  }),
  rounds: z.array(z.strictObject({ begins: day, snapshot: z.strictObject({ day, label: text }).optional() })).min(1),
  reviewer: role,
  owner: role,
  plan: z.strictObject({
    start: day,
    quarters: z.number().int(),
    capacity: z.number().int(),
    /** When its last decision was made. */
    decided: day,
    items: z.record(
      z.string(),
      z.strictObject({
        state: z.enum(ITEM_STATES),
        owner: text.optional(),
        starts: day.optional(),
        ends: day.optional(),
        note: text.optional(),
      }),
    ),
  }),
});

export type SampleHead = z.output<typeof sampleHeadSchema>;
export type SamplePillar = z.output<typeof samplePillarSchema>;
export type SampleTopic = z.output<typeof topic>;
export type SampleEvidence = z.output<typeof evidence>;
export type SampleAnswer = z.output<typeof answer>;
