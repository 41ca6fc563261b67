import { z } from "zod";
import { FRAMEWORKS, sentence, slug, stageSchema, version, weight } from "./schema";

/** In place of a stage: criteria keep the stage that the questionnaire gives them. */
export const OWN_STAGE = "own-stage";

/** Ids of a framework's functions, capabilities or tenets have their own form, such as `identity.stores`, `1.4` or `T3`. */
const topicId = z.string().regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, "letters and digits joined by dots or hyphens");

const modelTopicSchema = z.strictObject({
  id: topicId,
  title: sentence(4, 90),
  prompt: sentence(15, 160),
  weight: weight.default(1),
  gate: z.boolean().default(false),
  /** By stage: ids of the framework; a criterion whose crosswalk names one of them stands there. */
  criteria: z.record(z.string(), z.array(z.string().min(1)).min(1)),
});

/**
 * A model as a file: a tree whose topics name ids of one framework. Which criteria belong to it follows from their
 * crosswalk, so that a criterion that a later version adds joins by itself.
 */
export const modelSchema = z.strictObject({
  format: z.literal("plumbline.model/1"),
  id: slug,
  version,
  title: sentence(4, 80),
  summary: sentence(20, 600),
  source: sentence(4, 200),
  framework: z.enum(FRAMEWORKS),
  threshold: z.number().min(0.5).max(1),
  /** Its own, or those of the questionnaire that it is resolved with. */
  stages: z.union([z.literal("questionnaire"), z.array(stageSchema).min(2).max(6)]),
  pillars: z
    .array(
      z.strictObject({
        id: slug,
        title: sentence(3, 40),
        weight: weight.default(1),
        topics: z.array(modelTopicSchema).min(1),
      }),
    )
    .min(1),
});

export type ModelFile = Readonly<z.infer<typeof modelSchema>>;
