import { z } from "zod";
import type { CommentView } from "../../core/walk/comment";
import { topicOfCriterion } from "../../core/walk/outline";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { askedCriteria } from "../content/asked-criteria";
import { notify } from "../notices/notify";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { commentView } from "./comment-row";

export const addCommentSchema = z.strictObject({
  topic: z.string().min(1).max(200),
  criterion: z.string().min(1).max(200).optional(),
  /** The comment that begins the thread. */
  replyTo: z.uuid().optional(),
  body: z.string().trim().min(1, "Write something.").max(10_000, "A comment holds at most 10,000 characters."),
  /** Whom the text names. */
  mentions: z.array(z.uuid()).max(50).default([]),
});

/**
 * Adds a comment to a topic or a criterion, also of an approved assessment: talk goes on. Tells who is mentioned, and who
 * took part in the thread.
 * @throws Problem not-found
 */
export async function addComment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { topic, criterion, replyTo, body, mentions }: z.output<typeof addCommentSchema>,
  audit: (note: AuditNote) => void,
): Promise<CommentView> {
  const { organizationId, id: assessmentId, questionnaire, version } = await findAssessment(db, actor, slug);
  const asked = await askedCriteria(db, { questionnaire, version });
  const known = asked.some(
    (row) => topicOfCriterion(row.criterion) === topic && (criterion ?? row.criterion) === row.criterion,
  );
  if (!known) throw notFound("The topic");
  const thread = replyTo
    ? await db.comment.findMany({
        where: { organizationId, assessmentId, topic, OR: [{ id: replyTo, replyTo: null }, { replyTo }] },
      })
    : [];
  if (replyTo && !thread.some(({ id }) => id === replyTo)) throw notFound("The comment");
  const row = await db.comment.create({
    data: {
      ...{ organizationId, assessmentId, topic, criterion: criterion ?? null, replyTo: replyTo ?? null },
      ...{ body, mentions, createdBy: actor.userId },
    },
  });
  const told = { assessmentId, place: criterion ?? topic, subject: row.id };
  await notify(db, actor, { ...told, kind: "mention" }, mentions);
  const others = thread.map(({ createdBy }) => createdBy).filter((id) => !mentions.includes(id));
  await notify(db, actor, { ...told, kind: "reply" }, others);
  await tellClients(db, "comments", { assessment: assessmentId, place: topic, comment: row.id });
  audit({
    action: "comments.add",
    object: `comment/${row.id}`,
    facts: { assessment: assessmentId, place: told.place },
  });
  return commentView(row);
}
