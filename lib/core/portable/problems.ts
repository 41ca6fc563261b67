import type { z } from "zod";

/** Something wrong in an assessment file: where, as a JSON path such as `$.answers[3].coverage`, and what is expected. */
export type FileProblem = Readonly<{ path: string; message: string }>;

/** A JSON path of keys and indexes below the root. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    const name = String(key);
    return /^[A-Za-z_$][\w$-]*$/.test(name) ? `${text}.${name}` : `${text}[${JSON.stringify(shorten(name))}]`;
  }, "$");
}

/** A value of the file made fit for a message: one line, not too long, without control characters. */
export function shorten(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
  const clean = value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
  return clean.length > 80 ? `${clean.slice(0, 79)}…` : clean;
}

/** The issues of a failed schema as problems, one for each unknown key. */
export function problemsOf(error: z.ZodError, base: readonly PropertyKey[]): readonly FileProblem[] {
  return problemsOfIssues(error.issues, base);
}

function problemsOfIssues(issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[]): readonly FileProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === "invalid_union") {
      // The one form whose kind fits (an object for an object) tells best what is wrong.
      const fitting = issue.errors.filter((branch) => !branch.some((inner) => isOfAnotherKind(inner)));
      const [only] = fitting;
      if (only && fitting.length === 1) return problemsOfIssues(only, path);
    }
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: jsonPath([...path, key]), message: "no such key is known here" }));
    }
    return [{ path: jsonPath(path), message: messageOf(issue) }];
  });
}

function isOfAnotherKind(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_union");
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "is missing";
      return `must be ${article(issue.expected)}, not ${describeValue(issue.input)}`;
    case "invalid_value":
      if (issue.input === undefined) return "is missing";
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}, not ${describeValue(issue.input)}`;
    case "too_small":
      if (issue.origin === "string") return "must not be empty";
      return `must be ${issue.minimum} or more, not ${describeValue(issue.input)}`;
    case "too_big":
      if (issue.origin === "string") return `must have at most ${issue.maximum} characters`;
      if (issue.origin === "array") return `must have at most ${issue.maximum} entries`;
      return `must be ${issue.maximum} or less, not ${describeValue(issue.input)}`;
    case "invalid_union":
      if (issue.input === undefined) return "is missing";
      return `does not have a form that is known here: ${describeValue(issue.input)}`;
    case "custom":
      return issue.message;
    default:
      return issue.input === undefined ? issue.message : `${issue.message}, not ${describeValue(issue.input)}`;
  }
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "an object",
  record: "an object",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function article(expected: string): string {
  return ARTICLES[expected] ?? expected;
}

/** A value as a message names it. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value));
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
