import type { OrganizationData } from "../../core/content/organization-data";
import type { Profile } from "../../core/scoring/types";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { visibleTo } from "./find-assessment";
import { profileOf, sizesSchema, type Target, targetSchema } from "./read-assessment";

/** An assessment that a new one may begin as a copy of, with what a form takes over from it. */
export type CopySource = Readonly<{
  slug: string;
  name: string;
  scope: string;
  answers: number;
  notes: number;
  profile: Profile;
  sizes: OrganizationData;
  target: Target;
}>;

/** The assessments on one questionnaire that the actor may see and that hold an answer, the latest first. */
export async function listCopySources(
  db: ScopedDb,
  actor: Actor,
  questionnaire: string,
): Promise<readonly CopySource[]> {
  const rows = await db.assessment.findMany({
    where: { ...visibleTo(actor), questionnaire },
    orderBy: { createdAt: "desc" },
  });
  const countBy = (where: object) =>
    db.answer.groupBy({
      by: ["assessmentId"],
      where: { organizationId: actor.organizationId, assessmentId: { in: rows.map(({ id }) => id) }, ...where },
      _count: true,
    });
  const answers = new Map((await countBy({ status: { not: null } })).map((row) => [row.assessmentId, row._count]));
  const notes = new Map((await countBy({ note: { not: "" } })).map((row) => [row.assessmentId, row._count]));
  return rows
    .filter(({ id }) => answers.has(id))
    .map((row) => ({
      slug: row.slug,
      name: row.name,
      scope: row.scope,
      answers: answers.get(row.id) ?? 0,
      notes: notes.get(row.id) ?? 0,
      profile: profileOf(row),
      sizes: sizesSchema.parse(row.sizes),
      target: targetSchema.parse(row.target),
    }));
}
