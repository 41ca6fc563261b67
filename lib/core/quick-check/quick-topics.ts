import type { Questionnaire } from "../content/types";
import { quickCheckData } from "./quick-check-data";

/** The topics of a quick check without their words: enough to show what its picks fill in. */
export function quickTopics(questionnaire: Questionnaire) {
  const { stages, pillars } = quickCheckData(questionnaire);
  return {
    stages,
    pillars: pillars.map(({ id, title, topics }) => ({
      id,
      title,
      topics: topics.map((topic) => ({
        id: topic.id,
        title: topic.title,
        criteria: topic.criteria.map((criterion) => ({ id: criterion.id, stage: criterion.stage })),
      })),
    })),
  };
}
