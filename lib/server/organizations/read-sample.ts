import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import type { Questionnaire } from "../../core/content/types";
import { type SampleHead, sampleHeadSchema, samplePillarSchema } from "../../core/sample/schema";
import { tellStory } from "../../core/sample/tell-story";
import type { SampleStory } from "../../core/sample/types";

const FOLDER = join(process.cwd(), "prisma", "sample");

/** What isn't of one pillar, the questionnaire's id and version among it. @throws Error when the file is broken */
export function readSampleHead(): SampleHead {
  return readSampleFile("northwind", sampleHeadSchema);
}

/**
 * The sample organization, in its own days.
 * @param questionnaire the version that the head names
 * @throws Error that names the file which is missing or broken
 */
export function readSample(questionnaire: Questionnaire): SampleStory {
  const pillars = questionnaire.pillars.map(({ id }) => [id, readSampleFile(id, samplePillarSchema)] as const);
  return tellStory(readSampleHead(), new Map(pillars), questionnaire);
}

function readSampleFile<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  const read = schema.safeParse(parse(readFileSync(join(FOLDER, `${name}.yaml`), "utf8")));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new Error(`prisma/sample/${name}.yaml: ${first?.path.join(".")}: ${first?.message}`);
}
