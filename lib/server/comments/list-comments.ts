import { z } from "zod";
import type { CommentView } from "../../core/walk/comment";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { commentView } from "./comment-row";

export const listCommentsQuery = z.strictObject({ topic: z.string().min(1).max(200) });

/**
 * Everything that was said about a topic and its criteria, oldest first, with the names of who said it.
 * @throws Problem not-found
 */
export async function listComments(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  topic: string,
): Promise<Readonly<{ comments: readonly CommentView[]; names: Readonly<Record<string, string>> }>> {
  const { organizationId, id: assessmentId } = await findAssessment(db, actor, slug);
  const rows = await db.comment.findMany({
    where: { organizationId, assessmentId, topic },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const people = rows.flatMap(({ createdBy, resolvedBy }) => [createdBy, resolvedBy ?? []].flat());
  return { comments: rows.map(commentView), names: await namesOf(db, people) };
}
