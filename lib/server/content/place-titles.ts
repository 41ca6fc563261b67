import type { ScopedDb } from "../platform/database/client";
import { storedQuestionnaire } from "./questionnaire-store";

/**
 * Titles of a stored questionnaire's places: a pillar's, a topic's; a criterion is told by its topic. What isn't in it is
 * told by its id.
 */
export async function placeTitles(
  db: ScopedDb,
  questionnaire: string,
  version: string,
): Promise<(place: string) => string> {
  const { questionnaire: content } = await storedQuestionnaire(db, questionnaire, version);
  const titles = new Map<string, string>([["*", "everything"]]);
  for (const pillar of content.pillars) {
    titles.set(pillar.id, pillar.title);
    for (const topic of pillar.topics) {
      titles.set(topic.id, topic.title);
      for (const { id } of topic.criteria) titles.set(id, topic.title);
    }
  }
  return (place) => titles.get(place) ?? place;
}
