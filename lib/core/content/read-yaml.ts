import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
} from "yaml";

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
/** Words, signs and line ends; the six pillars have some 150,000. */
const MAX_LEXEMES = 400_000;
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
  const document = parse(text, lines);
  if (typeof document === "string") return refuse({ ...START, path: "", message: document });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = document.errors.map(({ message, pos }) => ({
    ...place(pos[0]),
    path: "",
    message: firstLine(message),
  }));
  if (problems.length === 0) problems.push(...findTraps(document, place));
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  return { ok: true, data, locate: (path) => placeOf(document, place, path) };
}

function refuse(problem: YamlProblem): YamlRead {
  return { ok: false, problems: [problem] };
}

/**
 * The document, or why it isn't read. Depth is told from the parser's stack while it runs, because composing the document recurses:
 * a text of ten thousand brackets would end the process.
 */
function parse(text: string, lines: LineCounter): Document | string {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    lexemes += 1;
    if (parser.stack.length > MAX_DEPTH + DOCUMENT_AND_SCALAR) return `is nested deeper than ${MAX_DEPTH}`;
    if (lexemes > MAX_LEXEMES) return "has more entries than content can have";
  }
  tokens.push(...parser.end());
  // Keys are compared below: the composer compares each with all others, which takes minutes for a map of 2 MB.
  const composer = new Composer({ uniqueKeys: false });
  const [document, ...more] = composer.compose(tokens, true, text.length);
  return document && more.length === 0 ? document : "holds more than one document (---)";
}

const DOCUMENT_AND_SCALAR = 2;

type Visit = Readonly<{ node: unknown; path: readonly PropertyKey[] }>;

/** Aliases, anchors, and keys that stand twice. */
function findTraps(document: Document, place: (offset: number) => Place): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const waiting: Visit[] = [{ node: document.contents, path: [] }];
  for (let next = waiting.pop(); next && problems.length < MOST_PROBLEMS; next = waiting.pop()) {
    const { node, path } = next;
    if (!isNode(node)) continue;
    const at = node.range ? place(node.range[0]) : START;
    const report = (message: string, where = at) => problems.push({ ...where, path: path.join("."), message });
    if (isAlias(node) || ("anchor" in node && node.anchor)) {
      report("anchors (&) and aliases (*) aren't read; write it out");
      continue;
    }
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        waiting.push({ node: item, path: [...path, index] });
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
        waiting.push({ node: pair.value, path: [...path, key] });
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

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
