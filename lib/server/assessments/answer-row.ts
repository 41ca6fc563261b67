import type { StoredAnswer } from "../../core/walk/entry";
import type { Answer, AnswerRevision } from "../platform/database/generated/client";

/** A stored answer or revision as clients get it. */
export function storedAnswer(row: Answer | AnswerRevision): StoredAnswer {
  const { status, coverage, count, population, reason, acceptedBy, note, version, how, changedBy, changedAt } = row;
  const said = { status, coverage, count, population, reason, acceptedBy };
  return { ...said, note, version, how, changedBy, changedAt: changedAt.getTime() };
}
