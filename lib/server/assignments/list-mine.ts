import { placeLink } from "../../core/notices/place-link";
import type { Actor } from "../access/roles";
import { placeTitles } from "../content/place-titles";
import { namesOf } from "../people/names-of";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";

/** What somebody was asked for, as home shows it. */
export type MyAssignment = Readonly<{
  assessment: string;
  title: string;
  href: string;
  /** Calendar day. */
  due: string | null;
  askedBy: string | null;
  note: string;
}>;

/** What is open for the actor in all assessments of the organization: what is due first, first. */
export async function listMine(db: ScopedDb, actor: Actor): Promise<readonly MyAssignment[]> {
  const rows = await db.assignment.findMany({
    where: {
      ...{ organizationId: actor.organizationId, userId: actor.userId, state: "open" },
      assessment: { state: { not: "approved" } },
    },
    include: { assessment: { select: { name: true, slug: true, questionnaire: true, version: true } } },
    orderBy: [{ due: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
  });
  const names = await namesOf(
    db,
    rows.flatMap(({ askedBy }) => askedBy ?? []),
  );
  return Promise.all(
    rows.map(async ({ pillar, topic, due, askedBy, note, assessment }) => {
      const place = topic === "*" ? pillar : topic;
      const titleOf = await placeTitles(db, assessment.questionnaire, assessment.version);
      return {
        assessment: assessment.name,
        title: titleOf(place),
        href: placeLink(actor.organizationSlug, assessment.slug, place),
        due: due && isoDay(due),
        askedBy: askedBy ? (names[askedBy] ?? null) : null,
        note,
      };
    }),
  );
}
