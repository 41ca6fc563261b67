import { ownModel, type ResolvedModel } from "../../lib/core/content/resolve-model";
import { readContent } from "../../lib/server/content/read-content";
import { findVersion } from "./load-content";
import { printJson } from "./print-json";

/** Prints the resolved content of a questionnaire as JSON. @throws BadInput when there is no such version */
export async function showQuestionnaire(id: string, version: string | undefined): Promise<number> {
  printJson(treeShown(ownModel(await readContent(id, findVersion(id, version)))));
  return 0;
}

/** A tree in the published shape. A condition stands at what hangs on it: a topic, or in another model a criterion. */
export function treeShown({ id, version, threshold, stages, pillars }: ResolvedModel) {
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
        ...conditionShown(topic),
        criteria: topic.criteria.map((criterion) => ({
          id: criterion.id,
          stage: criterion.stage,
          statement: criterion.statement,
          weight: criterion.weight,
          ...conditionShown(criterion),
          principles: criterion.principles,
          drivers: criterion.drivers,
          crosswalk: criterion.crosswalk,
        })),
      })),
    })),
  };
}

function conditionShown({ condition }: Readonly<{ condition?: string }>) {
  return condition === undefined ? {} : { condition };
}
