import type { StoredAnswer } from "../../core/walk/entry";
import type { Answer, AnswerRevision } from "../platform/database/generated/client";

/** A stored answer or revision as clients get it. */
export function storedAnswer(row: Answer | AnswerRevision): StoredAnswer {
  const { status, coverage, count, population, reason, acceptedBy, note, version, how, changedBy, changedAt } = row;
  const known = Object.entries({ status, coverage, count, population, reason, acceptedBy }).filter(
    ([, value]) => value !== null,
  );
  return { ...Object.fromEntries(known), note, version, how, changedBy, changedAt: changedAt.toISOString() };
}
