import type { ComparedScope } from "../../core/dashboard/comparison";
import { scoreAssessment } from "../../core/scoring/score";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { visibleTo } from "./find-assessment";
import { readAssessment } from "./read-assessment";

/** Every assessment is read whole, and more than these don't fit beside each other. */
const MOST = 6;

/** What may be set side by side, and what is. */
export type ComparisonState = Readonly<{
  all: readonly Readonly<{ slug: string; name: string; scope: string }>[];
  shown: readonly Omit<ComparedScope, "href" | "pillarHref">[];
  /** Names asked for that aren't there, or that the actor may not see; and how many more were asked for than fit. */
  missing: readonly string[];
  tooMany: number;
}>;

/** Reads the assessments asked for that the actor may see, at most six; without any asked for the latest ones. */
export async function readComparison(db: ScopedDb, actor: Actor, slugs: readonly string[]): Promise<ComparisonState> {
  const all = await db.assessment.findMany({
    where: visibleTo(actor),
    orderBy: { createdAt: "desc" },
    select: { slug: true, name: true, scope: true },
  });
  const asked = all.filter(({ slug }) => slugs.includes(slug));
  const shown: Omit<ComparedScope, "href" | "pillarHref">[] = [];
  for (const { slug, name, scope } of (asked.length > 0 ? asked : all).slice(0, MOST)) {
    const { stored, claims, target, assessment } = await readAssessment(db, actor, slug);
    const { questionnaire, model } = stored;
    shown.push({
      slug,
      name,
      scope,
      state: assessment.state,
      questionnaire,
      score: scoreAssessment(model, claims),
      target,
    });
  }
  const missing = slugs.filter((name) => !all.some(({ slug }) => slug === name));
  return { all, shown, missing, tooMany: Math.max(asked.length - MOST, 0) };
}
