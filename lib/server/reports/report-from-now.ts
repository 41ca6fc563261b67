import { planRoadmap } from "../../core/planning/plan-roadmap";
import type { AnswerDetail, ReportFinding } from "../../core/reports/input";
import type { Actor } from "../access/roles";
import { fileException } from "../assessments/assessment-file";
import { type AssessmentState, readAssessment } from "../assessments/read-assessment";
import { authorOf } from "../assessments/who-answered";
import { namesOf } from "../people/names-of";
import { planInstance, readPlan } from "../plans/read-plan";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { AnswerRevision } from "../platform/database/generated/client";
import { findingView } from "../reviews/finding-row";
import type { ReportState } from "./report-state";

/** An assessment as it stands now, with its plan, for a report. @throws Problem not-found */
export async function reportFromNow(db: ScopedDb, actor: Actor, slug: string): Promise<ReportState> {
  const state = await readAssessment(db, actor, slug);
  const { organizationId, id: assessmentId } = state.assessment;
  const everyException = await db.exception.findMany({ where: { organizationId, assessmentId } });
  const exceptions = everyException.filter(({ criterion }) => state.stored.model.indexOfCriterion.has(criterion));
  const plan = planRoadmap(planInstance(state, await readPlan(db, state.assessment)));
  return {
    questionnaire: state.stored.questionnaire,
    claims: state.claims,
    target: state.target,
    plan,
    details: await detailsOf(db, state),
    exceptions: new Map(exceptions.map((row) => [row.criterion, fileException(row)])),
    findings: await findingsOf(db, state),
    sizes: state.sizes,
    selfAccepted: await selfAccepted(db, state),
  };
}

async function detailsOf(db: ScopedDb, { answerRows }: AssessmentState): Promise<ReadonlyMap<string, AnswerDetail>> {
  const rows = [...answerRows.values()];
  const names = await namesOf(
    db,
    rows.map(({ changedBy }) => changedBy),
  );
  return new Map(
    rows.map(({ criterion, note, changedBy, changedAt }) => [
      criterion,
      { ...(note ? { note } : {}), by: names[changedBy] ?? "a former member", on: isoDay(changedAt) },
    ]),
  );
}

async function findingsOf(db: ScopedDb, { assessment }: AssessmentState): Promise<ReportState["findings"]> {
  const { organizationId, id: assessmentId } = assessment;
  const rows = await db.finding.findMany({ where: { organizationId, assessmentId }, orderBy: { madeAt: "asc" } });
  const names = await namesOf(
    db,
    rows.map(({ madeBy }) => madeBy),
  );
  const findings = new Map<string, ReportFinding[]>();
  for (const row of rows) {
    const by = names[row.madeBy] ?? "a former member";
    const finding = { ...findingView(row), by, on: isoDay(row.madeAt) };
    findings.set(row.criterion, [...(findings.get(row.criterion) ?? []), finding]);
  }
  return findings;
}

/** Counts what was accepted by the very person who answered or added it, which every report says. */
async function selfAccepted(
  db: ScopedDb,
  { assessment, answerRows, evidenceRows }: AssessmentState,
): Promise<ReportState["selfAccepted"]> {
  const answers = [...answerRows.values()].filter(({ acceptedBy }) => acceptedBy !== null);
  const evidence = evidenceRows.filter(({ acceptedBy }) => acceptedBy !== null);
  const authors = await authorsOf(db, assessment, [...answers, ...evidence]);
  return {
    evidence: evidence.filter((row) => row.acceptedBy === row.addedBy || row.acceptedBy === authors.get(row.criterion))
      .length,
    notApplicable: answers.filter((row) => row.acceptedBy === authors.get(row.criterion)).length,
  };
}

async function authorsOf(
  db: ScopedDb,
  { organizationId, id: assessmentId }: Readonly<{ organizationId: string; id: string }>,
  of: readonly Readonly<{ criterion: string }>[],
): Promise<ReadonlyMap<string, string | null>> {
  const revisions = await db.answerRevision.findMany({
    where: { organizationId, assessmentId, criterion: { in: [...new Set(of.map(({ criterion }) => criterion))] } },
    orderBy: { version: "desc" },
  });
  const grouped = new Map<string, AnswerRevision[]>();
  for (const row of revisions) grouped.set(row.criterion, [...(grouped.get(row.criterion) ?? []), row]);
  return new Map([...grouped].map(([criterion, rows]) => [criterion, authorOf(rows)]));
}
