import { outlineOf, pillarTexts, type TopicText } from "../../core/walk/outline";
import type { WalkData } from "../../core/walk/walk-data";
import { type Actor, can } from "../access/roles";
import { readAssignments } from "../assignments/assignment-row";
import { evidenceView } from "../evidence/evidence-rows";
import { liveState } from "../live/live-state";
import { readKeeping } from "../organizations/read-keeping";
import { selfAcceptanceHolds } from "../organizations/self-acceptance";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { findingView } from "../reviews/finding-row";
import { questionView } from "../reviews/question-row";
import { storedAnswer } from "./answer-row";
import { findAssessment } from "./find-assessment";
import { answerableParts } from "./open-criterion";
import { exceptionView } from "./put-exception";
import { readAssessment } from "./read-assessment";

export type WalkRead = Readonly<{ data: WalkData; textOf: (topic: string) => TopicText | undefined }>;

/**
 * Reads what the walk needs of one assessment.
 * @throws Problem not-found
 */
export async function readWalk(db: ScopedDb, actor: Actor, slug: string): Promise<WalkRead> {
  const state = await stateOf(db, actor, slug);
  const { assessment, stored, claims, answerRows, evidenceRows, target } = await readAssessment(db, actor, slug);
  const where = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  // What was said of criteria that another version has is kept, and not part of this walk.
  const asked = ({ criterion }: { criterion: string }) => stored.model.indexOfCriterion.has(criterion);
  const exceptions = (await db.exception.findMany({ where })).filter(asked);
  const findings = (await db.finding.findMany({ where, orderBy: { madeAt: "asc" } })).filter(asked);
  const open = await db.question.findMany({ where: { ...where, settledAt: null }, orderBy: { askedAt: "asc" } });
  const questions = open.filter(asked);
  const assignments = await readAssignments(db, where);
  const lastSnapshot = await db.snapshot.findFirst({ where, orderBy: { takenAt: "desc" }, select: { takenAt: true } });
  const selfAcceptance = await selfAcceptanceHolds(db, actor.organizationId);
  const rows = [...answerRows.values()];
  const people = [
    ...rows.flatMap((row) => [row.changedBy, row.acceptedBy ?? []].flat()),
    ...evidenceRows.flatMap((row) => [row.addedBy, row.acceptedBy ?? [], row.dismissedBy ?? []].flat()),
    ...exceptions.flatMap((row) => [row.createdBy, row.acceptedBy ?? []].flat()),
    ...assignments.flatMap(({ person, askedBy }) => [person, askedBy ?? []].flat()),
    ...findings.map((row) => row.madeBy),
    ...questions.flatMap((row) => [row.askedBy, row.askedOf ?? [], row.repliedBy ?? []].flat()),
  ];
  const { questionnaire } = stored;
  return {
    data: {
      me: { id: actor.userId, name: actor.name, email: actor.email },
      organization: {
        slug: actor.organizationSlug,
        name: actor.organizationName,
        sample: actor.sample,
        keeping: await readKeeping(db, actor.organizationId),
      },
      assessment: {
        ...{ slug, name: assessment.name, scope: assessment.scope, state: assessment.state },
        ...{ round: assessment.round, roundBegan: assessment.roundBegan.getTime() },
        ...{ questionnaire: assessment.questionnaire, version: assessment.version },
      },
      rights: {
        comment: can(actor, "comments.write"),
        assign: can(actor, "assignments.manage"),
        answer: can(actor, "answers.write") ? await answerableParts(db, actor, assessment) : [],
        accept: can(actor, "evidence.accept"),
        propose: can(actor, "exceptions.propose"),
        find: can(actor, "findings.write"),
        ask: can(actor, "review.ask"),
        scope: can(actor, "assessments.edit") && assessment.state !== "approved",
        files: can(actor, "evidence.read"),
        selfAcceptance,
      },
      state,
      outline: outlineOf(questionnaire),
      contentHash: stored.hash,
      profile: claims.profile,
      targets: target.pillars,
      asOf: claims.asOf,
      lastSnapshotAt: lastSnapshot?.takenAt.getTime() ?? null,
      answers: rows.map((row) => ({ criterion: row.criterion, ...storedAnswer(row) })),
      evidence: evidenceRows.map(evidenceView),
      exceptions: exceptions.map(exceptionView),
      findings: findings.map(findingView),
      questions: questions.map(questionView),
      assignments,
      names: await namesOf(db, people),
    },
    textOf: (topic) => pillarTexts(questionnaire, topic.split(".")[0] ?? "")?.find(({ id }) => id === topic),
  };
}

/** Named before anything is read, so that a change meanwhile is read once too often and never missed. */
async function stateOf(db: ScopedDb, actor: Actor, slug: string): Promise<string> {
  const { organizationId, id } = await findAssessment(db, actor, slug);
  return liveState(db, organizationId, id);
}
