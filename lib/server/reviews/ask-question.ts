import { z } from "zod";
import type { Question } from "../../core/review/question";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { openCriterion } from "../assessments/open-criterion";
import { authorOf } from "../assessments/who-answered";
import { notify } from "../notices/notify";
import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";
import { questionView } from "./question-row";

export const askQuestionSchema = z.strictObject({
  criterion: z.string().min(1).max(200),
  text: z.string().trim().min(1, "Write what you want to know.").max(2_000),
});

/**
 * Asks back about a criterion: whoever answered it; anybody who may answer, where nobody has.
 * @throws Problem not-found, conflict (approved)
 */
export async function askQuestion(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion, text }: z.output<typeof askQuestionSchema>,
  audit: (note: AuditNote) => void,
): Promise<Question> {
  const { organizationId, id: assessmentId } = await openCriterion(db, actor, slug, criterion);
  const revisions = await db.answerRevision.findMany({
    where: { organizationId, assessmentId, criterion },
    orderBy: { version: "desc" },
  });
  const row = await db.question.create({
    data: { organizationId, assessmentId, criterion, text, askedBy: actor.userId, askedOf: authorOf(revisions) },
  });
  await notify(
    db,
    actor,
    { kind: "question", assessmentId, place: criterion, subject: row.id },
    row.askedOf ? [row.askedOf] : [],
  );
  await tellClients(db, "questions", { assessment: assessmentId, criterion, question: row.id });
  audit({
    action: "questions.ask",
    object: `question/${row.id}`,
    facts: { assessment: assessmentId, criterion },
    values: { text },
  });
  return questionView(row);
}
