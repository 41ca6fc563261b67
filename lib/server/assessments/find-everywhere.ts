import { z } from "zod";
import { outlineOf, type WalkOutline } from "../../core/walk/outline";
import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { findOrganizations } from "../organizations/find-organizations";
import type { ScopedDb } from "../platform/database/client";
import { visibleTo } from "./find-assessment";

export const findSchema = z.strictObject({ assessment: z.string().min(1).max(120).optional() });

export type Findable = Readonly<{
  /** The first of them; with `moreOrganizations` the rest is asked for by name. */
  organizations: readonly Readonly<{ slug: string; name: string }>[];
  moreOrganizations: boolean;
  /** The latest first. */
  assessments: readonly Readonly<{ slug: string; name: string; scope: string }>[];
  /** The assessment whose topics are searched: the one named, else the latest; null where there is none. */
  walk: Readonly<{ slug: string; name: string; outline: WalkOutline; contentHash: string }> | null;
}>;

/** Names of what a member can go to, and the outline of one questionnaire; no answers. */
export async function findEverywhere(db: ScopedDb, actor: Actor, named: string | undefined): Promise<Findable> {
  const { organizations, more } = await findOrganizations(actor.userId, "");
  const rows = await db.assessment.findMany({ where: visibleTo(actor), orderBy: { createdAt: "desc" } });
  const assessment = rows.find(({ slug }) => slug === named) ?? rows[0];
  const stored = assessment && (await storedQuestionnaire(db, assessment.questionnaire, assessment.version));
  return {
    organizations: organizations.map(({ slug, name }) => ({ slug, name })),
    moreOrganizations: more,
    assessments: rows.map(({ slug, name, scope }) => ({ slug, name, scope })),
    walk: stored
      ? {
          slug: assessment.slug,
          name: assessment.name,
          outline: outlineOf(stored.questionnaire),
          contentHash: stored.hash,
        }
      : null,
  };
}
