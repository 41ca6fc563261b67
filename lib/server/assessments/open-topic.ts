import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { notFound } from "../platform/problem";
import { findAssessment } from "./find-assessment";
import { openCriterion } from "./open-criterion";

/**
 * The assessment in which a topic may be worked on, as `openCriterion` says of the topic's criteria.
 * @throws Problem not-found, or conflict where the assessment is approved
 */
export async function openTopic(db: ScopedDb, actor: Actor, slug: string, topic: string): Promise<Assessment> {
  const { questionnaire: id, version } = await findAssessment(db, actor, slug);
  const { questionnaire } = await storedQuestionnaire(db, id, version);
  const [criterion] =
    questionnaire.pillars.flatMap(({ topics }) => topics).find((one) => one.id === topic)?.criteria ?? [];
  if (!criterion) throw notFound("The topic");
  return openCriterion(db, actor, slug, criterion.id);
}
