import type { z } from "zod";
import { parseYaml } from "./parse-yaml";
import type { Locate, Place } from "./read-yaml";
import { initiativesSchema, questionnaireSchema, type TopicFile, topicSchema } from "./schema";
import type { Initiative, Pillar, Problem, Questionnaire, Topic } from "./types";

const START: Place = { line: 1, column: 1 };

/** Path inside a questionnaire's folder to the file's text. */
export type ContentFiles = ReadonlyMap<string, string>;
export type ReadResult =
  | {
      readonly ok: true;
      readonly questionnaire: Questionnaire;
      readonly place: (file: string, path: readonly PropertyKey[]) => Place;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads one questionnaire version from its files.
 *
 * @param files `questionnaire.yaml`, `<pillar>/<topic>.yaml` and `initiatives/<name>.yaml`, by path
 * @returns the resolved questionnaire, or every problem found with its file, line and path. Never throws on content.
 */
export function readQuestionnaire(files: ContentFiles): ReadResult {
  const problems: Problem[] = [];
  const locators = new Map<string, Locate>();

  const parse = <S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined => {
    const text = files.get(file);
    if (text === undefined) {
      problems.push({ file, ...START, path: "", message: "the file is missing" });
      return undefined;
    }
    const parsed = parseYaml(file, text, schema);
    locators.set(file, parsed.place);
    problems.push(...parsed.problems);
    return parsed.value;
  };

  const whole = parse("questionnaire.yaml", questionnaireSchema);
  if (!whole) return { ok: false, problems };
  // Where files lie is no part of what a version says.
  const { continues: _, ...head } = whole;

  const pillars: Pillar[] = [];
  const expected = new Set(["questionnaire.yaml", "lock.json"]);
  for (const { topics: names, ...pillar } of head.pillars) {
    const topics: Topic[] = [];
    for (const name of names) {
      const file = `${pillar.id}/${name}.yaml`;
      expected.add(file);
      const topic = parse(file, topicSchema);
      if (topic) topics.push(resolveTopic(topic));
    }
    pillars.push({ ...pillar, topics });
  }
  const initiatives: Initiative[] = [];
  for (const file of [...files.keys()].sort()) {
    if (file.startsWith("initiatives/")) initiatives.push(...(parse(file, initiativesSchema) ?? []));
    else if (!expected.has(file))
      problems.push({ file, ...START, path: "", message: "no pillar in questionnaire.yaml lists this topic" });
  }
  if (problems.length > 0) return { ok: false, problems };
  const place = (file: string, path: readonly PropertyKey[]) => locators.get(file)?.(path) ?? START;
  return { ok: true, questionnaire: { ...head, pillars, initiatives }, place };
}

/** A topic as it counts: each criterion with its own principles and drivers, or the topic's. */
export function resolveTopic(file: TopicFile): Topic {
  return {
    ...file,
    criteria: file.criteria.map((criterion) => ({
      ...criterion,
      principles: criterion.principles ?? file.principles,
      drivers: criterion.drivers ?? file.drivers,
    })),
  };
}
