import { toClaims } from "../../lib/core/portable/to-claims";
import { compileModel } from "../../lib/core/scoring/compile-model";
import { scoreAssessment } from "../../lib/core/scoring/score";
import type { AssessmentScore, Score } from "../../lib/core/scoring/types";
import type { CommandContext } from "./command-context";
import { printJson } from "./print-json";
import { readFile } from "./read-file";
import { modelOf } from "./show-models";

/**
 * Prints the scores of an assessment file as JSON, with all digits.
 *
 * @param options.model id of the model; the questionnaire's own tree without one
 * @param options.own file of the own questionnaire that is answered
 * @throws BadInput
 */
export async function scoreFile(
  name: string,
  { asOf, model, own }: Readonly<{ asOf: string; model: string | undefined; own: string | undefined }>,
  context: CommandContext,
): Promise<number> {
  const { file, questionnaire } = await readFile(name, own, context);
  const tree = modelOf(model ?? questionnaire.id, questionnaire);
  printJson(shown(scoreAssessment(compileModel(tree), toClaims(file, asOf)), asOf));
  return 0;
}

function shown({ overall, pillars, answered, inScope }: AssessmentScore, asOf: string) {
  return {
    asOf,
    overall: overall ? figures(overall) : NO_SCORE,
    completeness: inScope === 0 ? null : answered / inScope,
    answered,
    inScope,
    pillars: pillars.map((pillar) => ({
      id: pillar.id,
      ...figures(pillar),
      topics: pillar.topics.map((topic) => ({ id: topic.id, ...figures(topic) })),
    })),
  };
}

const NO_SCORE = { low: null, high: null, verified: null, stage: null, stageHigh: null, stageVerified: null };

function figures({ low, high, verified, stage, stageHigh, stageVerified }: Score): Score {
  return { low, high, verified, stage, stageHigh, stageVerified };
}
