import type { CommentView } from "../../core/walk/comment";
import type { Comment } from "../platform/database/generated/client";

/** A comment as clients get it. */
export function commentView(row: Comment): CommentView {
  const { id, topic, criterion, replyTo, body, createdBy, createdAt, resolvedBy, resolvedAt } = row;
  return {
    ...{ id, topic, body, by: createdBy, at: createdAt.getTime() },
    ...(criterion ? { criterion } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(resolvedBy && resolvedAt ? { resolved: { by: resolvedBy, at: resolvedAt.getTime() } } : {}),
  };
}
