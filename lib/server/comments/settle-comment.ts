import { z } from "zod";
import type { CommentView } from "../../core/walk/comment";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import type { ScopedDb } from "../platform/database/client";
import type { Comment } from "../platform/database/generated/client";
import { forbidden, notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { commentView } from "./comment-row";

export const settleCommentSchema = z.strictObject({ resolved: z.boolean() });

type Place = Readonly<{ assessment: string; comment: string }>;

/**
 * Resolves a thread, or opens it again.
 * @throws Problem not-found
 */
export async function settleComment(
  db: ScopedDb,
  actor: Actor,
  place: Place,
  { resolved }: z.output<typeof settleCommentSchema>,
  audit: (note: AuditNote) => void,
): Promise<CommentView> {
  const { organizationId, assessmentId, id, topic, replyTo } = await findComment(db, actor, place);
  if (replyTo) throw notFound("The thread");
  // Read before it is written, because only two of its columns may be.
  const data = resolved ? { resolvedBy: actor.userId, resolvedAt: new Date() } : { resolvedBy: null, resolvedAt: null };
  await db.comment.updateMany({ where: { organizationId, id }, data });
  const row = await db.comment.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id } } });
  await tellClients(db, "comments", { assessment: assessmentId, place: topic, comment: id });
  audit({
    action: resolved ? "comments.resolve" : "comments.reopen",
    object: `comment/${id}`,
    facts: { assessment: assessmentId, place: topic },
  });
  return commentView(row);
}

/**
 * Takes one's own comment back, as long as nobody has replied to it.
 * @throws Problem not-found, forbidden (somebody else's), conflict (it has replies)
 */
export async function withdrawComment(
  db: ScopedDb,
  actor: Actor,
  place: Place,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId, assessmentId, id, topic, createdBy } = await findComment(db, actor, place);
  if (createdBy !== actor.userId) throw forbidden("comments of others");
  if ((await db.comment.count({ where: { organizationId, replyTo: id } })) > 0) {
    throw new Problem("conflict", "Somebody has replied to this comment. Resolve it instead.");
  }
  await db.comment.delete({ where: { organizationId_id: { organizationId, id } } });
  await db.notice.deleteMany({ where: { organizationId, subject: id, kind: { in: ["mention", "reply"] } } });
  await tellClients(db, "comments", { assessment: assessmentId, place: topic, comment: id });
  audit({ action: "comments.withdraw", object: `comment/${id}`, facts: { assessment: assessmentId, place: topic } });
  return null;
}

async function findComment(db: ScopedDb, actor: Actor, { assessment, comment }: Place): Promise<Comment> {
  const { organizationId, id: assessmentId } = await findAssessment(db, actor, assessment);
  const id = z.uuid().safeParse(comment);
  const row = id.success ? await db.comment.findFirst({ where: { organizationId, assessmentId, id: id.data } }) : null;
  if (!row) throw notFound("The comment");
  return row;
}
