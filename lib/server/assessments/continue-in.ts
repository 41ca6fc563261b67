import { type ContinueAt, continueAt, type LastPlace } from "../../core/walk/continue-at";
import { outlineOf, topicOfCriterion } from "../../core/walk/outline";
import { type Actor, can } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { answerableParts } from "./open-criterion";
import type { AssessmentState } from "./read-assessment";

/**
 * Where the actor goes on in an assessment; null where nothing is left, it is approved, or their role doesn't answer.
 * @param lastTopic the topic that they were on last; without one the topic that they answered last
 */
export async function continueIn(
  db: ScopedDb,
  actor: Actor,
  { assessment, stored, claims, answerRows }: AssessmentState,
  lastTopic: string | null,
): Promise<ContinueAt | null> {
  if (assessment.state === "approved" || !can(actor, "answers.write")) return null;
  const answerable = await answerableParts(db, actor, assessment);
  const mine = [...answerRows.values()]
    .filter(({ changedBy, status, criterion }) => {
      return changedBy === actor.userId && status && (!lastTopic || topicOfCriterion(criterion) === lastTopic);
    })
    .reduce<{ criterion: string; changedAt: Date } | null>(
      (last, row) => (last && last.changedAt >= row.changedAt ? last : row),
      null,
    );
  const topic = lastTopic ?? (mine && topicOfCriterion(mine.criterion));
  const last: LastPlace | null = topic ? { topic, criterion: mine?.criterion ?? null } : null;
  const { profile } = claims;
  const isAnswered = (criterion: string) => Boolean(answerRows.get(criterion)?.status);
  return continueAt({ outline: outlineOf(stored.questionnaire), profile, isAnswered }, answerable, last);
}
