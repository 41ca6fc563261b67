import type { Questionnaire } from "../content/types";
import { checkAnswer } from "./check-answer";
import { type FileProblem, jsonPath, problemsOf, shorten } from "./problems";
import { checkProfile } from "./profile";
import { type AssessmentFile, answerSchema, type FileAnswer, headSchema } from "./schema";
import { checkTarget } from "./target";

/** Larger files are refused before they are read. 1,000 criteria with notes and evidence stay far below. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const MAX_PROBLEMS = 100;

/** Where the reader finds the questionnaire that a file names. */
export type Catalogue = Readonly<{
  /** All versions, such as `{id: "zero-trust", versions: ["1.0.0"]}`. */
  known: readonly Readonly<{ id: string; versions: readonly string[] }>[];
  load: (id: string, version: string) => Questionnaire;
}>;

export type ParseResult =
  | Readonly<{ ok: true; file: AssessmentFile; questionnaire: Questionnaire }>
  | Readonly<{ ok: false; problems: readonly FileProblem[] }>;

/**
 * Reads an assessment file. All or nothing: a file with any problem gives no data.
 *
 * @param bytes the whole file, UTF-8 with or without a byte order mark
 * @returns the file and its questionnaire, or every problem (after the first hundred, how many more). Doesn't throw on
 *   any input; throws what `catalogue.load` throws
 */
export function parseAssessmentFile(bytes: Uint8Array, catalogue: Catalogue): ParseResult {
  const json = parseJson(bytes);
  if (!json.ok) return { ok: false, problems: [{ path: "$", message: json.message }] };
  return readAssessmentFile(json.value, catalogue);
}

/** The same from a value that has been parsed already. */
export function readAssessmentFile(value: unknown, catalogue: Catalogue): ParseResult {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return {
      ok: false,
      problems: [{ path: "$", message: 'must be an object with "format": "plumbline.assessment/1"' }],
    };
  }
  const head = headSchema.safeParse(value, { reportInput: true });
  const problems: FileProblem[] = head.success ? [] : [...problemsOf(head.error, [])];
  // A file of another format would only give follow-up problems.
  if (problems.some(({ path }) => path === "$.format")) {
    return { ok: false, problems: problems.filter(({ path }) => path === "$.format") };
  }
  const questionnaire = head.success ? findQuestionnaire(head.data, catalogue, problems) : undefined;
  if (head.success && questionnaire) {
    problems.push(...checkProfile(head.data.profile, questionnaire));
    problems.push(...checkTarget(head.data.target, questionnaire));
  }
  const rawAnswers = "answers" in value && Array.isArray(value.answers) ? value.answers : [];
  const answers = readAnswers(rawAnswers, questionnaire, problems);
  if (head.success && questionnaire && problems.length === 0) {
    return { ok: true, file: { ...head.data, answers }, questionnaire };
  }
  return { ok: false, problems: capped(problems) };
}

/** Id and version of the questionnaire that a file names; the version is undefined where the file has none. */
export function questionnaireOf(
  file: Pick<AssessmentFile, "questionnaire" | "version">,
): Readonly<{ id: string; version: string | undefined }> {
  if (typeof file.questionnaire === "object") return file.questionnaire;
  const [id = "", version] = file.questionnaire.split("@", 2);
  return { id, version: version ?? file.version };
}

/** The same of a value that may be anything, so that the questionnaire can be loaded before the file is judged. */
export function questionnaireNamedIn(value: unknown): Readonly<{ id: string; version: string | undefined }> {
  const named = headSchema.pick({ questionnaire: true, version: true }).loose().safeParse(value);
  return named.success ? questionnaireOf(named.data) : { id: "", version: undefined };
}

/** Bytes to a JSON value, or what is wrong with them: too many, none, binary, or not JSON (with line and column). */
export function parseJson(bytes: Uint8Array): Readonly<{ ok: true; value: unknown } | { ok: false; message: string }> {
  if (bytes.byteLength > MAX_FILE_BYTES) return { ok: false, message: tooLarge(bytes.byteLength) };
  if (bytes.byteLength === 0) return { ok: false, message: "the file is empty" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, message: "the file is not UTF-8 text but binary; an assessment file is JSON" };
  }
  if (text.includes("\0")) return { ok: false, message: "the file is binary; an assessment file is JSON" };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: describeSyntax(error instanceof Error ? error.message : "", text) };
  }
}

/** The message for a file above the limit. */
export function tooLarge(size: number): string {
  const megabytes = (count: number) => `${Math.round((count / 1024 / 1024) * 10) / 10} MB`;
  return `the file has ${megabytes(size)}; at most ${megabytes(MAX_FILE_BYTES)} are read`;
}

function describeSyntax(message: string, text: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const what = shorten(message.replace(/,? ?(in JSON )?at position .*$/s, ""));
  if (position === undefined) return `the file is not JSON: ${what}`;
  const before = text.slice(0, Number(position)).split("\n");
  return `the file is not JSON: ${what} (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}

function findQuestionnaire(
  head: Pick<AssessmentFile, "questionnaire" | "version">,
  catalogue: Catalogue,
  problems: FileProblem[],
): Questionnaire | undefined {
  const { id, version } = questionnaireOf(head);
  const inside = typeof head.questionnaire === "object";
  const report = (key: "id" | "version", message: string) => {
    const path = inside ? ["questionnaire", key] : [key === "id" ? "questionnaire" : "version"];
    problems.push({ path: jsonPath(path), message });
  };
  if (inside && head.version !== undefined && head.version !== version) {
    problems.push({ path: "$.version", message: `says something else than $.questionnaire.version, ${version}` });
  }
  const known = catalogue.known.find((candidate) => candidate.id === id);
  if (!known) {
    report(
      "id",
      `no questionnaire is called "${shorten(id)}"; known: ${catalogue.known.map((item) => item.id).join(", ")}`,
    );
  } else if (version === undefined) {
    report("version", `is missing; versions of ${id}: ${known.versions.join(", ")}`);
  } else if (!known.versions.includes(version)) {
    report("version", `${id} has no version "${shorten(version)}"; known: ${known.versions.join(", ")}`);
  } else {
    return catalogue.load(id, version);
  }
  return undefined;
}

function readAnswers(
  raw: readonly unknown[],
  questionnaire: Questionnaire | undefined,
  problems: FileProblem[],
): FileAnswer[] {
  const criteria =
    questionnaire &&
    new Set(
      questionnaire.pillars.flatMap((pillar) => pillar.topics).flatMap((topic) => topic.criteria.map(({ id }) => id)),
    );
  const first = new Map<string, number>();
  const answers: FileAnswer[] = [];
  raw.forEach((item, index) => {
    const at = ["answers", index] as const;
    const criterion = criterionOf(item);
    if (criterion !== undefined) {
      const path = jsonPath([...at, "criterion"]);
      const before = first.get(criterion);
      if (before === undefined) first.set(criterion, index);
      else problems.push({ path, message: `"${shorten(criterion)}" is answered before, at $.answers[${before}]` });
      if (questionnaire && criteria && !criteria.has(criterion)) {
        const where = `${questionnaire.id} ${questionnaire.version}`;
        problems.push({ path, message: `${where} has no criterion "${shorten(criterion)}"` });
      }
    }
    const answer = answerSchema.safeParse(item, { reportInput: true });
    if (answer.success) {
      problems.push(...checkAnswer(answer.data, at));
      answers.push(answer.data);
    } else problems.push(...problemsOf(answer.error, at));
  });
  return answers;
}

function criterionOf(item: unknown): string | undefined {
  const named = typeof item === "object" && item !== null && "criterion" in item ? item.criterion : undefined;
  return typeof named === "string" && named.trim() !== "" ? named.trim() : undefined;
}

function capped(problems: readonly FileProblem[]): readonly FileProblem[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  const more = problems.length - MAX_PROBLEMS;
  return [...problems.slice(0, MAX_PROBLEMS), { path: "$", message: `and ${more} more problems` }];
}
