import { z } from "zod";
import {
  criterionSchema,
  dotted,
  initiativesSchema,
  questionnaireSchema,
  slug,
  topicSchema,
  version,
  weight,
} from "../schema";

const ownId = slug
  .max(60)
  .regex(/^own-/, "begins with own-, such as own-bank, so that no questionnaire of the program can be meant");

const { continues: _, pillars, profile, quickCheck, ...head } = questionnaireSchema.shape;
const initiatives = initiativesSchema.unwrap().array().default([]);

/** A whole questionnaire in one text: topics stand inside their pillars. */
export const ownQuestionnaireSchema = z.strictObject({
  ...head,
  id: ownId,
  profile: profile.default([]),
  pillars: z.array(pillars.unwrap().extend({ topics: z.array(topicSchema).min(1) })).min(1),
  quickCheck: quickCheck.default([]),
  initiatives,
});

/** What differs from a version of the program: weights, more criteria and topics, topics left out, the threshold. */
export const overlaySchema = z.strictObject({
  id: ownId,
  version,
  title: head.title,
  summary: head.summary.optional(),
  base: z.strictObject({ questionnaire: slug, version }),
  threshold: head.threshold.optional(),
  /** By the id of a pillar, topic or criterion. */
  weights: z.record(z.string().max(200), weight).default({}),
  hide: z.array(dotted(2)).default([]),
  topics: z.array(topicSchema).default([]),
  criteria: z.array(criterionSchema).default([]),
  initiatives,
});

/** The version that an overlay stands on. */
export type BaseRef = z.output<typeof overlaySchema>["base"];
export type Overlay = z.output<typeof overlaySchema>;
export type OwnQuestionnaire = z.output<typeof ownQuestionnaireSchema>;
