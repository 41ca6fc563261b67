import type { Question } from "../../core/review/question";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";
import { findQuestion, questionKey } from "./find-question";
import { questionView } from "./question-row";

/**
 * A reviewer has read the reply, or needs none any more: the question is settled.
 * @throws Problem not-found, conflict (approved)
 */
export async function settleQuestion(
  db: ScopedDb,
  actor: Actor,
  { slug, id }: Readonly<{ slug: string; id: string }>,
  audit: (note: AuditNote) => void,
): Promise<Question> {
  const question = await findQuestion(db, actor, slug, id);
  const row = await db.question.update({
    where: questionKey(question),
    data: { settledBy: question.settledBy ?? actor.userId, settledAt: question.settledAt ?? new Date() },
  });
  const { assessmentId, criterion } = question;
  await tellClients(db, "questions", { assessment: assessmentId, criterion, question: id });
  audit({ action: "questions.settle", object: `question/${id}`, facts: { assessment: assessmentId, criterion } });
  return questionView(row);
}
