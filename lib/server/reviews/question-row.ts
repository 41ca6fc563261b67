import type { Question } from "../../core/review/question";
import type { Question as QuestionRow } from "../platform/database/generated/client";

/** A question as clients get it. */
export function questionView(row: QuestionRow): Question {
  const { id, criterion, text, askedBy, askedAt, askedOf, reply, repliedBy, repliedAt, settledAt } = row;
  return {
    ...{ id, criterion, text, askedBy, askedAt: askedAt.getTime() },
    ...(askedOf ? { askedOf } : {}),
    ...(reply === null ? {} : { reply }),
    ...(repliedBy ? { repliedBy } : {}),
    ...(repliedAt ? { repliedAt: repliedAt.getTime() } : {}),
    settled: settledAt !== null,
  };
}
