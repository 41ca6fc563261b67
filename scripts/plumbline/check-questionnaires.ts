import { type Coverage, checkQuestionnaire } from "../../lib/core/content/check";
import { judgeLock } from "../../lib/core/content/lock";
import { readQuestionnaire } from "../../lib/core/content/read";
import type { Problem } from "../../lib/core/content/types";
import { contentHash } from "../../lib/server/content/content-hash";
import {
  listQuestionnaires,
  listVersions,
  loadFiles,
  loadFrameworks,
} from "../../lib/server/content/load-questionnaires";
import { readLockText } from "../../lib/server/content/lock-file";
import { findVersion } from "./load-content";
import { LOCK_NOTES, LOCK_PROBLEMS } from "./lock-words";

/**
 * Checks content and prints every problem, then the coverage of each framework.
 *
 * @param id one questionnaire, or all of them
 * @param version one version; without it the newest, or every one when all are checked
 * @returns 1 when there are problems, else 0
 * @throws BadInput when there is no such questionnaire or version
 */
export function checkQuestionnaires(id: string | undefined, version: string | undefined): number {
  const wanted =
    id === undefined
      ? listQuestionnaires().flatMap((each) => listVersions(each).map((one) => [each, one] as const))
      : [[id, findVersion(id, version)] as const];
  const results = wanted.map(([each, one]) => checkVersion(each, one));
  return results.every((clean) => clean) ? 0 : 1;
}

function checkVersion(id: string, version: string): boolean {
  const { files, homes } = loadFiles(id, version);
  const result = readQuestionnaire(files);
  if (!result.ok) {
    printProblems({ id, version, homes }, result.problems);
    return false;
  }
  const { questionnaire } = result;
  const { problems, coverage } = checkQuestionnaire(questionnaire, loadFrameworks(), result.place);
  const lock = judgeLock(readLockText(id, version), { id, version, sha256: contentHash(questionnaire) });
  const lockProblem = LOCK_PROBLEMS[lock];
  const all = [...problems];
  if (lockProblem) all.push({ file: "lock.json", line: 1, column: 1, path: "", message: lockProblem });
  if (all.length > 0) printProblems({ id, version, homes }, all);
  const topics = questionnaire.pillars.flatMap((pillar) => pillar.topics);
  const criteria = topics.reduce((sum, topic) => sum + topic.criteria.length, 0);
  print(`${id} ${version}: ${questionnaire.pillars.length} pillars, ${topics.length} topics, ${criteria} criteria, `);
  print(`${questionnaire.initiatives.length} initiatives${LOCK_NOTES[lock] ? `; ${LOCK_NOTES[lock]}` : ""}\n`);
  for (const row of coverage) printCoverage(row);
  return all.length === 0;
}

function printProblems(
  { id, version, homes }: Readonly<{ id: string; version: string; homes: ReadonlyMap<string, string> }>,
  problems: readonly Problem[],
): void {
  for (const { file, line, column, path, message } of problems) {
    print(
      `questionnaires/${id}/${homes.get(file) ?? version}/${file}:${line}:${column}${path === "" ? "" : ` ${path}`}: ${message}\n`,
    );
  }
  print(`${id} ${version}: ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}\n`);
}

function printCoverage({ framework, what, covered, total, missing }: Coverage): void {
  print(`${framework}: ${covered} of ${total} ${what}${missing.length > 0 ? `; missing ${missing.join(", ")}` : ""}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}
