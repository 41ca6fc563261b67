import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/** Where something stands in a text; both count from 1. */
export type Place = Readonly<{ line: number; column: number }>;

/** Finds the deepest node on a path that a text really has. */
export type Locate = (path: readonly PropertyKey[]) => Place;

export type YamlProblem = Place & Readonly<{ path: string; message: string }>;
export type YamlRead =
  | Readonly<{ ok: true; data: unknown; locate: Locate }>
  | Readonly<{ ok: false; problems: readonly YamlProblem[] }>;

/** The largest text that is read, in bytes of UTF-8: the six pillars have 1.1 million. */
export const MAX_YAML_BYTES = 2 * 1024 * 1024;
/** Content is at most nine deep. */
const MAX_DEPTH = 20;
/** Content of the largest size has some 60,000. */
const MAX_NODES = 200_000;
const MOST_PROBLEMS = 50;
const START: Place = { line: 1, column: 1 };

/**
 * Reads one YAML document as plain data, within limits that keep a hostile text cheap: size, depth, number of nodes, and no aliases (each of
 * which could stand for all before it). Never throws on a text.
 */
export function readYaml(text: string): YamlRead {
  if (new TextEncoder().encode(text).length > MAX_YAML_BYTES) {
    return refuse({ ...START, path: "", message: "has more than 2 MB, which is the most that is read" });
  }
  const lines = new LineCounter();
  // Keys are compared below: the parser compares each with all others, which takes minutes for a map of 2 MB.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = document.errors.map(({ message, pos }) => ({
    ...place(pos[0]),
    path: "",
    message: parserWords(message),
  }));
  if (problems.length === 0) problems.push(...findTraps(document, place));
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  return { ok: true, data, locate: (path) => placeOf(document, place, path) };
}

function refuse(problem: YamlProblem): YamlRead {
  return { ok: false, problems: [problem] };
}

type Visit = Readonly<{ node: unknown; depth: number; path: readonly PropertyKey[] }>;

/** Aliases, anchors, keys that stand twice, and what is too deep or too much. */
function findTraps(document: Document, place: (offset: number) => Place): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const waiting: Visit[] = [{ node: document.contents, depth: 0, path: [] }];
  let nodes = 0;
  for (let next = waiting.pop(); next && problems.length < MOST_PROBLEMS; next = waiting.pop()) {
    const { node, depth, path } = next;
    if (!isNode(node)) continue;
    nodes += 1;
    const at = node.range ? place(node.range[0]) : START;
    const report = (message: string, where = at) => problems.push({ ...where, path: path.join("."), message });
    if (isAlias(node) || ("anchor" in node && node.anchor)) {
      report("anchors (&) and aliases (*) aren't read; write it out");
      continue;
    }
    if (depth > MAX_DEPTH || nodes > MAX_NODES) {
      report(depth > MAX_DEPTH ? `is nested deeper than ${MAX_DEPTH}` : `has more than ${MAX_NODES} entries`);
      return problems;
    }
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        waiting.push({ node: item, depth: depth + 1, path: [...path, index] });
      }
    } else if (isMap(node)) {
      const seen = new Set<string>();
      for (const pair of node.items) {
        if (!isPair(pair)) continue;
        const key = isScalar(pair.key) ? String(pair.key.value) : "";
        const where = isNode(pair.key) && pair.key.range ? place(pair.key.range[0]) : at;
        if (!isScalar(pair.key)) report("a key must be a plain word", where);
        else if (seen.has(key)) report(`the key ${key} stands twice`, where);
        seen.add(key);
        waiting.push({ node: pair.value, depth: depth + 1, path: [...path, key] });
      }
    }
  }
  return problems;
}

function placeOf(document: Document, place: (offset: number) => Place, path: readonly PropertyKey[]): Place {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return place(node.range[0]);
  }
  return START;
}

/** What the parser says; where its own recursion ended, what that means. */
function parserWords(message: string): string {
  if (/call stack/i.test(message)) return `is nested deeper than ${MAX_DEPTH}`;
  return message.split("\n")[0] ?? message;
}
