import { z } from "zod";
import type { Question } from "../../core/review/question";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { findQuestion, questionKey } from "./find-question";
import { questionView } from "./question-row";

export const replySchema = z.strictObject({
  reply: z.string().trim().min(1, "Write an answer.").max(2_000),
});

/**
 * Answers a question: it is open no longer, and stands in the review queue until a reviewer has read it. A reply may be
 * bettered until then.
 * @throws Problem not-found, conflict (settled, approved)
 */
export async function replyToQuestion(
  db: ScopedDb,
  actor: Actor,
  { slug, id }: Readonly<{ slug: string; id: string }>,
  { reply }: z.output<typeof replySchema>,
  audit: (note: AuditNote) => void,
): Promise<Question> {
  const question = await findQuestion(db, actor, slug, id);
  if (question.settledAt) throw new Problem("conflict", "This question is settled.");
  const row = await db.question.update({
    where: questionKey(question),
    data: { reply, repliedBy: actor.userId, repliedAt: new Date() },
  });
  const { assessmentId, criterion } = question;
  await tellClients(db, "questions", { assessment: assessmentId, criterion, question: id });
  audit({
    action: "questions.reply",
    object: `question/${id}`,
    facts: { assessment: assessmentId, criterion },
    values: { reply },
  });
  return questionView(row);
}
