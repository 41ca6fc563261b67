import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { findAssessment } from "./find-assessment";
import { profileOf } from "./read-assessment";

/** How far an assessment is: criteria answered with anything but unknown, of those in scope. */
export type Progress = Readonly<{ name: string; scope: string; answered: number; inScope: number }>;

/** Counts without reading the answers. @throws Problem not-found */
export async function readProgress(db: ScopedDb, actor: Actor, slug: string): Promise<Progress> {
  const assessment = await findAssessment(db, actor, slug);
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const profile = profileOf(assessment);
  const topics = questionnaire.pillars.flatMap((pillar) => pillar.topics);
  const asked = topics.filter((topic) => !topic.condition || profile[topic.condition] !== false);
  const inScope = asked.flatMap((topic) => topic.criteria.map((criterion) => criterion.id));
  // Raw, so that the criteria go as one value and not as hundreds.
  const [row] = await db.$queryRaw<{ answered: number }[]>`
    SELECT count(*)::int AS answered FROM answers
     WHERE organization_id = ${assessment.organizationId}::uuid AND assessment_id = ${assessment.id}::uuid
       AND status IN ('met', 'partly', 'not-met', 'not-applicable') AND criterion = ANY(${inScope}::text[])`;
  return { name: assessment.name, scope: assessment.scope, answered: row?.answered ?? 0, inScope: inScope.length };
}
