import { expiringEvidence } from "../../core/evidence/expiring-evidence";
import { EXPIRING_DAYS } from "../../core/evidence/list-evidence";
import { outlookWords, verifiedOn } from "../../core/evidence/verified-on";
import { scoreAssessment } from "../../core/scoring/score";
import type { Score } from "../../core/scoring/types";
import type { ContinueAt } from "../../core/walk/continue-at";
import type { Actor } from "../access/roles";
import { evidenceView } from "../evidence/evidence-rows";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { continueIn } from "./continue-in";
import { visibleTo } from "./find-assessment";
import { type AssessmentState, readAssessment } from "./read-assessment";

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
  stages: readonly Readonly<{ id: string; title: string }>[];
  lastChange: Readonly<{ at: Date; by: string }> | null;
  expiring: ExpiringSummary;
  /** Where the actor goes on; null where nothing is left for them. */
  next: ContinueAt | null;
  /** Whether the actor was here last. */
  last: boolean;
}>;

/** What expires within 60 days, the nearest first, and what becomes of the verified level by the last of those days. */
export type ExpiringSummary = Readonly<{
  pieces: readonly Readonly<{ id: string; title: string; expires: string; criteria: number }>[];
  outlook: string;
  asOf: string;
}>;

/** The assessments that the actor may see, the latest first, each with its score as of today. */
export async function listAssessments(db: ScopedDb, actor: Actor): Promise<readonly AssessmentSummary[]> {
  const rows = await db.assessment.findMany({ where: visibleTo(actor), orderBy: { createdAt: "desc" } });
  const { organizationId, userId } = actor;
  const last = await db.lastPlace.findUnique({ where: { organizationId_userId: { organizationId, userId } } });
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
      stages: state.stored.questionnaire.stages.map(({ id, title }) => ({ id, title })),
      expiring: expiringIn(state, score.overall?.verified),
      lastChange: latest && { at: latest.changedAt, by: names[latest.changedBy] ?? "a former member" },
      next: await continueIn(db, actor, state, last?.assessmentId === row.id ? last.topic : null),
      last: last?.assessmentId === row.id,
    });
  }
  return summaries;
}

function expiringIn({ stored, claims, evidenceRows }: AssessmentState, verified: number | undefined): ExpiringSummary {
  const { asOf } = claims;
  const found = expiringEvidence(evidenceRows.map(evidenceView), asOf, EXPIRING_DAYS);
  const last = found.at(-1)?.expires;
  const then = last === undefined || verified === undefined ? null : verifiedOn(stored.model, claims, last);
  return {
    pieces: found.map(({ piece: { id, title }, expires, criteria }) => ({
      id,
      title,
      expires,
      criteria: criteria.length,
    })),
    outlook: last === undefined || verified === undefined || then === null ? "" : outlookWords(last, verified, then),
    asOf,
  };
}
