import type { NoticeLine } from "../../core/notices/notice";
import { placeLink } from "../../core/notices/place-link";
import { formatDay } from "../../core/words/format";
import type { Actor } from "../access/roles";
import { visibleTo } from "../assessments/find-assessment";
import { placeTitles } from "../content/place-titles";
import { namesOf } from "../people/names-of";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";

/** The newest that are shown; what is older was read, or never will be. */
const LIMIT = 200;

/** A notice as the page of notices shows it. */
export type NoticeView = NoticeLine & Readonly<{ id: string; href: string; at: number; read: boolean }>;

/** What the actor was told in this organization and may still see, newest first. */
export async function listNotices(db: ScopedDb, actor: Actor): Promise<readonly NoticeView[]> {
  const { organizationId, userId, organizationSlug } = actor;
  const rows = await db.notice.findMany({
    where: { organizationId, userId, assessment: visibleTo(actor) },
    include: { assessment: { select: { name: true, slug: true, questionnaire: true, version: true } } },
    orderBy: { createdAt: "desc" },
    take: LIMIT,
  });
  const names = await namesOf(
    db,
    rows.flatMap(({ byUser }) => byUser ?? []),
  );
  return Promise.all(
    rows.map(async ({ id, kind, place, byUser, due, createdAt, readAt, assessment }) => {
      const titleOf = await placeTitles(db, assessment.questionnaire, assessment.version);
      return {
        id,
        kind: kind as NoticeLine["kind"], // the column's check allows no other
        by: byUser ? (names[byUser] ?? null) : null,
        where: titleOf(place),
        assessment: assessment.name,
        due: due && formatDay(isoDay(due)),
        href: placeLink(organizationSlug, assessment.slug, place),
        at: createdAt.getTime(),
        read: readAt !== null,
      };
    }),
  );
}

/** How many things the actor was told and hasn't read. */
export async function countNotices(db: ScopedDb, actor: Actor): Promise<number> {
  const { organizationId, userId } = actor;
  return db.notice.count({ where: { organizationId, userId, readAt: null, assessment: visibleTo(actor) } });
}
