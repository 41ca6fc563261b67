import type { MyQuestion } from "../../core/review/my-question";
import { topicOfCriterion } from "../../core/walk/outline";
import { isAnswerable } from "../../core/walk/walk-data";
import { type Actor, can } from "../access/roles";
import { visibleTo } from "../assessments/find-assessment";
import { answerableParts } from "../assessments/open-criterion";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { namesOf } from "../people/names-of";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";

/**
 * Open questions that were asked of the actor, or of nobody in particular where they may answer; the oldest first. Those of approved
 * assessments wait for the next round.
 */
export async function listMyQuestions(db: ScopedDb, actor: Actor): Promise<readonly MyQuestion[]> {
  const rows = await db.question.findMany({
    where: {
      organizationId: actor.organizationId,
      reply: null,
      settledAt: null,
      OR: [{ askedOf: actor.userId }, { askedOf: null }],
      assessment: { ...visibleTo(actor), state: { not: "approved" } },
    },
    include: { assessment: true },
    orderBy: { askedAt: "asc" },
  });
  const names = await namesOf(
    db,
    rows.map(({ askedBy }) => askedBy),
  );
  const questions: MyQuestion[] = [];
  for (const { id, text, criterion, askedBy, askedAt, askedOf, assessment } of rows) {
    const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
    const pillar = questionnaire.pillars.find((one) => one.topics.some((topic) => holds(topic, criterion)));
    const found = pillar?.topics.flatMap((topic) => topic.criteria).find((one) => one.id === criterion);
    if (!pillar || !found) continue;
    if (
      askedOf === null &&
      !(await mayAnswer(db, actor, { assessment, pillar: pillar.id, topic: topicOfCriterion(criterion) }))
    )
      continue;
    questions.push({
      ...{ id, text, criterion, statement: found.statement },
      ...{ assessment: assessment.name, slug: assessment.slug },
      ...{ askedBy: names[askedBy] ?? "a former member", askedOn: isoDay(askedAt) },
    });
  }
  return questions;
}

function holds(topic: Readonly<{ criteria: readonly Readonly<{ id: string }>[] }>, criterion: string): boolean {
  return topic.criteria.some(({ id }) => id === criterion);
}

type Where = Readonly<{ assessment: Parameters<typeof answerableParts>[2]; pillar: string; topic: string }>;

async function mayAnswer(db: ScopedDb, actor: Actor, { assessment, pillar, topic }: Where): Promise<boolean> {
  if (!can(actor, "answers.write")) return false;
  const mine = await answerableParts(db, actor, assessment);
  return isAnswerable(mine, topic, pillar);
}
