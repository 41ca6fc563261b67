import type { StoredAnswer } from "../../core/walk/entry";
import type { Actor } from "../access/roles";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { storedAnswer } from "./answer-row";
import { findAssessment } from "./find-assessment";

/** The newest that are told of; an answer that changed more often than this tells its story without its beginning. */
const LIMIT = 200;

export type AnswerHistory = Readonly<{ revisions: readonly StoredAnswer[]; names: Readonly<Record<string, string>> }>;

/**
 * Every version that one answer had, newest first, with the names of who made them.
 * @throws Problem not-found
 */
export async function answerHistory(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  criterion: string,
): Promise<AnswerHistory> {
  const assessment = await findAssessment(db, actor, slug);
  const revisions = await db.answerRevision.findMany({
    where: { organizationId: assessment.organizationId, assessmentId: assessment.id, criterion },
    orderBy: { version: "desc" },
    take: LIMIT,
  });
  const people = revisions.flatMap((row) => [row.changedBy, row.acceptedBy ?? []].flat());
  return { revisions: revisions.map(storedAnswer), names: await namesOf(db, people) };
}
