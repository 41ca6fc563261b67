import type { z } from "zod";
import { type Locate, type Place, readYaml, type YamlProblem } from "./read-yaml";
import type { Problem } from "./types";

/** What a file says, or every problem of it; `place` finds line and column of a path. */
export type ParsedYaml<T> = Readonly<{ value: T | undefined; problems: readonly Problem[]; place: Locate }>;

const START: Place = { line: 1, column: 1 };

/**
 * Parses one content file: YAML within limits, then the schema.
 *
 * @param file its name, for messages
 * @returns the value, or the problems with line, column and path. Never throws on content.
 */
export function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S): ParsedYaml<z.output<S>> {
  const read = readYaml(text);
  const named = (problems: readonly YamlProblem[]) => problems.map((problem) => ({ file, ...problem }));
  if (!read.ok) return { value: undefined, problems: named(read.problems), place: () => START };
  const parsed = schema.safeParse(read.data);
  const place = read.locate;
  if (parsed.success) return { value: parsed.data, problems: [], place };
  return { value: undefined, problems: named(schemaProblems(parsed.error, place)), place };
}

/** What a schema refuses, with the place of each in the text. */
function schemaProblems(error: z.ZodError, locate: Locate): readonly YamlProblem[] {
  return error.issues.flatMap((issue) => {
    const at = (path: readonly PropertyKey[], message: string) => ({ ...locate(path), path: path.join("."), message });
    if (issue.code !== "unrecognized_keys") return [at(issue.path, issue.message)];
    return issue.keys.map((key) => at([...issue.path, key], "isn't known here; look for a typing error"));
  });
}
