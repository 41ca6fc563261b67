import type { NoticeKind } from "../../core/notices/notice";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";

/** What is told, in the transaction of what it tells of. */
type Told = Readonly<{
  kind: NoticeKind;
  assessmentId: string;
  /** Id of a pillar, topic or criterion; "*" for the whole assessment. */
  place: string;
  /** What it is about, such as the comment's id: the same person is told of the same thing once. */
  subject: string;
  /** Calendar day that goes with it. */
  due?: Date | null;
}>;

/**
 * Tells people of something, in the app and by mail as each of them wants it: once the transaction is committed, and never
 * who did it themself, who is no member any more, or an assessor who may not see the assessment.
 *
 * @param people ids of users
 */
export async function notify(
  db: ScopedDb,
  actor: Pick<Actor, "organizationId" | "userId">,
  { kind, assessmentId, place, subject, due = null }: Told,
  people: readonly string[],
): Promise<void> {
  const others = [...new Set(people)].filter((id) => id !== actor.userId);
  if (others.length === 0) return;
  const told = await db.$queryRaw<{ user: string }[]>`
    INSERT INTO notices (organization_id, user_id, kind, assessment_id, place, by_user, due, subject)
    SELECT ${actor.organizationId}::uuid, p.id::uuid, ${kind}, ${assessmentId}::uuid, ${place}, ${actor.userId}::uuid, ${due}::date, ${subject}
      FROM jsonb_array_elements_text(${JSON.stringify(others)}::jsonb) AS p(id)
     WHERE is_told_of(${actor.organizationId}::uuid, ${assessmentId}::uuid, p.id::uuid)
    ON CONFLICT DO NOTHING RETURNING user_id AS "user"`;
  if (told.length > 0) {
    await tellClients(db, "told", { assessment: assessmentId, people: told.map(({ user }) => user) });
  }
}
