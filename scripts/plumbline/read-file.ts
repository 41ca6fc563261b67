import type { Questionnaire } from "../../lib/core/content/types";
import { parseJson, questionnaireNamedIn, readAssessmentFile } from "../../lib/core/portable/parse-assessment-file";
import type { AssessmentFile } from "../../lib/core/portable/schema";
import type { CommandContext } from "./command-context";
import { BadInput } from "./errors";
import { catalogueFor } from "./load-content";
import { ownQuestionnaire } from "./own-file";
import { readBytes } from "./read-bytes";

/**
 * Reads the assessment file that a command names; "-" is standard input.
 * @param own file of the own questionnaire that it answers, where it answers one
 * @throws BadInput with one line per problem, each with its JSON path
 */
export async function readFile(
  name: string,
  own: string | undefined,
  context: CommandContext,
): Promise<Readonly<{ file: AssessmentFile; questionnaire: Questionnaire }>> {
  if (own === "-" && name === "-") throw new BadInput(["standard input can be one file only"]);
  const questionnaire = own === undefined ? undefined : await ownQuestionnaire(own, context);
  const json = parseJson(await readBytes(name, context));
  if (!json.ok) throw new BadInput([`$: ${json.message}`]);
  const named = questionnaireNamedIn(json.value);
  if (questionnaire && named.id !== "" && !isNamed(questionnaire, named)) {
    const { id, version } = questionnaire;
    throw new BadInput([
      `$.questionnaire: names ${[named.id, named.version].filter(Boolean).join(" ")}, but ${own} holds ${id} ${version}`,
    ]);
  }
  const result = readAssessmentFile(json.value, await catalogueFor(named, questionnaire));
  if (!result.ok) throw new BadInput(result.problems.map(({ path, message }) => `${path}: ${message}`));
  return result;
}

function isNamed(
  { id, version }: Pick<Questionnaire, "id" | "version">,
  named: Readonly<{ id: string; version: string | undefined }>,
): boolean {
  return named.id === id && (named.version === undefined || named.version === version);
}
