import { z } from "zod";
import { leftOut } from "../../core/walk/outline";
import type { Standing, WalkData } from "../../core/walk/walk-data";
import { type Actor, can } from "../access/roles";
import { readAssignments } from "../assignments/assignment-row";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { evidenceView, readEvidenceRows } from "../evidence/evidence-rows";
import { liveState } from "../live/live-state";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { findingView } from "../reviews/finding-row";
import { questionView } from "../reviews/question-row";
import { findAssessment } from "./find-assessment";
import { answerableParts } from "./open-criterion";
import { exceptionView } from "./put-exception";
import { criteriaQuery } from "./read-answers";
import { profileOf } from "./read-assessment";

export const walkDataQuery = z.strictObject({ criteria: criteriaQuery });

/** What stands beside the answers. */
export type WalkDataRead = Pick<
  WalkData,
  "state" | "evidence" | "exceptions" | "findings" | "questions" | "assignments" | "names"
> &
  Readonly<{ standing: Standing }>;

/**
 * Reads again what the walk shows beside the answers: of some criteria, or everything.
 * @throws Problem not-found
 */
export async function readWalkData(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  criteria: readonly string[] | undefined,
): Promise<WalkDataRead> {
  const assessment = await findAssessment(db, actor, slug);
  // First, so that what changes meanwhile is read once too often and never missed.
  const state = await liveState(db, assessment.organizationId, assessment.id);
  const all = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  const where = criteria === undefined ? all : { ...all, criterion: { in: [...criteria] } };
  const evidence = (await readEvidenceRows(db, all)).filter((row) => criteria?.includes(row.criterion) ?? true);
  const exceptions = await db.exception.findMany({ where });
  const findings = await db.finding.findMany({ where, orderBy: { madeAt: "asc" } });
  const questions = await db.question.findMany({ where: { ...where, settledAt: null }, orderBy: { askedAt: "asc" } });
  const assignments = await readAssignments(db, all);
  const people = [
    ...evidence.flatMap((row) => [row.addedBy, row.acceptedBy ?? [], row.dismissedBy ?? []].flat()),
    ...assignments.flatMap(({ person, askedBy }) => [person, askedBy ?? []].flat()),
    ...exceptions.map((row) => row.createdBy),
    ...findings.map((row) => row.madeBy),
    ...questions.flatMap((row) => [row.askedBy, row.askedOf ?? [], row.repliedBy ?? []].flat()),
  ];
  const { round, roundBegan, questionnaire, version } = assessment;
  const answer = can(actor, "answers.write") ? await answerableParts(db, actor, assessment) : [];
  const stored = await storedQuestionnaire(db, questionnaire, version);
  return {
    state,
    standing: {
      ...{ state: assessment.state, round, roundBegan: roundBegan.getTime(), questionnaire, version, answer },
      leftOut: leftOut(stored.questionnaire, profileOf(assessment)),
    },
    evidence: evidence.map(evidenceView),
    exceptions: exceptions.map(exceptionView),
    findings: findings.map(findingView),
    questions: questions.map(questionView),
    assignments,
    names: await namesOf(db, people),
  };
}
