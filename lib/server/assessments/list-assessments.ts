import { scoreAssessment } from "../../core/scoring/score";
import type { Score } from "../../core/scoring/types";
import type { Actor } from "../access/roles";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { visibleTo } from "./find-assessment";
import { readAssessment } from "./read-assessment";

/** A row of the organization's home. */
export type AssessmentSummary = Readonly<{
  slug: string;
  name: string;
  scope: string;
  scopeKind: string;
  state: string;
  questionnaire: string;
  answered: number;
  inScope: number;
  overall: Score | null;
  lastChange: Readonly<{ at: Date; by: string }> | null;
}>;

/** The assessments that the actor may see, the latest first, each with its score as of today. */
export async function listAssessments(db: ScopedDb, actor: Actor): Promise<readonly AssessmentSummary[]> {
  const rows = await db.assessment.findMany({ where: visibleTo(actor), orderBy: { createdAt: "desc" } });
  const summaries: AssessmentSummary[] = [];
  for (const row of rows) {
    const state = await readAssessment(db, actor, row.slug);
    const score = scoreAssessment(state.stored.model, state.claims);
    const latest = [...state.answerRows.values()].reduce<{ changedAt: Date; changedBy: string } | null>(
      (last, answer) => (last && last.changedAt >= answer.changedAt ? last : answer),
      null,
    );
    const names = await namesOf(db, latest ? [latest.changedBy] : []);
    summaries.push({
      slug: row.slug,
      name: row.name,
      scope: row.scope,
      scopeKind: row.scopeKind,
      state: row.state,
      questionnaire: `${row.questionnaire} ${row.version}`,
      answered: score.answered,
      inScope: score.inScope,
      overall: score.overall,
      lastChange: latest && { at: latest.changedAt, by: names[latest.changedBy] ?? "a former member" },
    });
  }
  return summaries;
}
