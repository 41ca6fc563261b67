import { checkModel } from "../../lib/core/content/check-model";
import { judgeLock } from "../../lib/core/content/lock";
import type { Problem } from "../../lib/core/content/types";
import { contentHash } from "../../lib/server/content/content-hash";
import { listModels, listModelVersions, modelFolder, parseModel } from "../../lib/server/content/load-models";
import { loadFrameworks } from "../../lib/server/content/load-questionnaires";
import { readLockText } from "../../lib/server/content/lock-file";
import { BadInput } from "./errors";
import { LOCK_NOTES, LOCK_PROBLEMS } from "./lock-words";

/**
 * Checks models, every version of them with its lock, and prints every problem.
 * @param id one model, or all of them
 * @returns 1 when there are problems, else 0
 * @throws BadInput when there is no such model
 */
export function checkModels(id: string | undefined): number {
  const known = listModels();
  if (id !== undefined && !known.includes(id)) {
    throw new BadInput([`no model is called "${id}"; known: ${known.join(", ")}`]);
  }
  const wanted = id === undefined ? known : [id];
  const results = wanted.flatMap((each) => listModelVersions(each).map((version) => checkVersion(each, version)));
  return results.every((clean) => clean) ? 0 : 1;
}

function checkVersion(id: string, version: string): boolean {
  const { value, problems, place } = parseModel(id, version);
  const name = `${id} ${version}`;
  if (!value) return printProblems(id, version, problems);
  const lock = judgeLock(readLockText(modelFolder(id), version), { id, version, sha256: contentHash(value) });
  const lockProblem = LOCK_PROBLEMS[lock];
  const misnamed = value.id === id && value.version === version ? [] : [`says that it is ${value.id} ${value.version}`];
  const all: readonly Problem[] = [
    ...misnamed.map((message) => ({ file: "model.yaml", line: 1, column: 1, path: "id", message })),
    ...checkModel("model.yaml", value, loadFrameworks(), place),
    ...(lockProblem ? [{ file: "lock.json", line: 1, column: 1, path: "", message: lockProblem }] : []),
  ];
  if (all.length > 0) printProblems(id, version, all);
  const topics = value.pillars.reduce((sum, pillar) => sum + pillar.topics.length, 0);
  const note = LOCK_NOTES[lock] ? `; ${LOCK_NOTES[lock]}` : "";
  process.stdout.write(`${name}: a model of ${counted(value.pillars.length, "pillar")}, ${topics} topics${note}\n`);
  return all.length === 0;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

function printProblems(id: string, version: string, problems: readonly Problem[]): false {
  for (const { file, line, column, path, message } of problems) {
    const at = `questionnaires/${modelFolder(id)}/${version}/${file}:${line}:${column}`;
    process.stdout.write(`${at}${path === "" ? "" : ` ${path}`}: ${message}\n`);
  }
  process.stdout.write(`${id} ${version}: ${counted(problems.length, "problem")}\n`);
  return false;
}
