import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { initiativesSchema, questionnaireSchema, type TopicFile, topicSchema } from "./schema";
import type { Initiative, Pillar, Problem, Questionnaire, Topic } from "./types";

/** Path inside a questionnaire's folder to the file's text. */
export type ContentFiles = ReadonlyMap<string, string>;
export type Located = (path: readonly PropertyKey[]) => number;
export type ReadResult =
  | {
      readonly ok: true;
      readonly questionnaire: Questionnaire;
      readonly line: (file: string, path: readonly PropertyKey[]) => number;
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
  const locators = new Map<string, Located>();

  const parse = <S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined => {
    const text = files.get(file);
    if (text === undefined) {
      problems.push({ file, line: 1, path: "", message: "the file is missing" });
      return undefined;
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as never);
    const locate: Located = (path) => lineOf(document, lines, path);
    locators.set(file, locate);
    for (const error of document.errors) {
      problems.push({
        file,
        line: lines.linePos(error.pos[0]).line,
        path: "",
        message: error.message.split("\n")[0] ?? error.message,
      });
    }
    if (document.errors.length > 0) return undefined;
    const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      problems.push({ file, line: locate(issue.path), path: issue.path.join("."), message: issue.message });
    }
    return undefined;
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
      problems.push({ file, line: 1, path: "", message: "no pillar in questionnaire.yaml lists this topic" });
  }
  if (problems.length > 0) return { ok: false, problems };
  const line = (file: string, path: readonly PropertyKey[]) => locators.get(file)?.(path) ?? 1;
  return { ok: true, questionnaire: { ...head, pillars, initiatives }, line };
}

function resolveTopic(file: TopicFile): Topic {
  return {
    ...file,
    criteria: file.criteria.map((criterion) => ({
      ...criterion,
      principles: criterion.principles ?? file.principles,
      drivers: criterion.drivers ?? file.drivers,
    })),
  };
}

/** The line of the deepest node on the path that the document really has. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range =
      node && typeof node === "object" && "range" in node ? (node.range as [number, number, number] | null) : null;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}
