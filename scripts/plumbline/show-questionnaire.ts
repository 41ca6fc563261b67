import type { Questionnaire } from "../../lib/core/content/types";
import { readContent } from "../../lib/server/content/read-content";
import { findVersion } from "./load-content";

/** Prints the resolved content of a questionnaire as JSON. @throws BadInput when there is no such version */
export async function showQuestionnaire(id: string, version: string | undefined): Promise<number> {
  const questionnaire = await readContent(id, findVersion(id, version));
  process.stdout.write(`${JSON.stringify(shown(questionnaire), null, 2)}\n`);
  return 0;
}

function shown({ id, version, threshold, stages, pillars }: Questionnaire) {
  return {
    id,
    version,
    threshold,
    stages: stages.map((stage) => stage.id),
    pillars: pillars.map((pillar) => ({
      id: pillar.id,
      title: pillar.title,
      weight: pillar.weight,
      topics: pillar.topics.map((topic) => ({
        id: topic.id,
        title: topic.title,
        prompt: topic.prompt,
        weight: topic.weight,
        gate: topic.gate,
        ...(topic.condition === undefined ? {} : { condition: topic.condition }),
        criteria: topic.criteria.map((criterion) => ({
          id: criterion.id,
          stage: criterion.stage,
          statement: criterion.statement,
          weight: criterion.weight,
          principles: criterion.principles,
          drivers: criterion.drivers,
          crosswalk: criterion.crosswalk,
        })),
      })),
    })),
  };
}
