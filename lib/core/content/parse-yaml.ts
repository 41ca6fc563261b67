import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./types";

/** Finds the line, from 1, of a path in a file. */
export type Located = (path: readonly PropertyKey[]) => number;

/** What a file says, or every problem of it; `line` finds the line of a path. */
export type ParsedYaml<T> = Readonly<{ value: T | undefined; problems: readonly Problem[]; line: Located }>;

/**
 * Parses one content file: YAML without aliases and repeated keys, then the schema.
 *
 * @param file its name, for messages
 * @returns the value, or the problems with line and path. Never throws on content.
 */
export function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S): ParsedYaml<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as never);
  const line: Located = (path) => lineOf(document, lines, path);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      path: "",
      message: error.message.split("\n")[0] ?? error.message,
    }));
    return { value: undefined, problems, line };
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { value: parsed.data, problems: [], line };
  const problems = parsed.error.issues.map((issue) => ({
    file,
    line: line(issue.path),
    path: issue.path.join("."),
    message: issue.message,
  }));
  return { value: undefined, problems, line };
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
