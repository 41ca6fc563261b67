import { toClaims } from "../../lib/core/portable/to-claims";
import { compileModel } from "../../lib/core/scoring/compile-model";
import { scoreAssessment } from "../../lib/core/scoring/score";
import type { AssessmentScore, Score } from "../../lib/core/scoring/types";
import type { CommandContext } from "./command-context";
import { readFile } from "./read-file";

/** Prints the scores of an assessment file as JSON, with all digits. @throws BadInput */
export async function scoreFile(name: string, asOf: string, context: CommandContext): Promise<number> {
  const { file, questionnaire } = await readFile(name, context);
  const score = scoreAssessment(compileModel(questionnaire), toClaims(file, asOf));
  process.stdout.write(`${JSON.stringify(shown(score, asOf), null, 2)}\n`);
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
