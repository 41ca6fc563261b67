import { compareVersions } from "../../core/content/compare-versions";
import type { Decision } from "../../core/walk/decision";
import type { StoredAnswer } from "../../core/walk/entry";
import { topicOfCriterion } from "../../core/walk/outline";
import type { Rewording } from "../../core/walk/rewording";
import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import type { AnswerCorrection, Assessment } from "../platform/database/generated/client";
import { storedAnswer } from "./answer-row";
import { findAssessment } from "./find-assessment";
import { decisionView } from "./record-decision";

/** That a version of an answer put an earlier mistake right. `at` in ms since 1970. */
export type Correction = Readonly<{ version: number; reason: string; by: string; at: number }>;

/** The newest that are told of; an answer that changed more often than this tells its story without its beginning. */
const LIMIT = 200;

export type AnswerHistory = Readonly<{
  revisions: readonly StoredAnswer[];
  /** Which of them put an earlier mistake right, and why. */
  corrections: readonly Correction[];
  /** Moves to another version that changed the criterion's wording, newest first: the answer stayed. */
  rewordings: readonly Rewording[];
  /** What workshops decided on the criterion's topic, newest first. */
  decisions: readonly Decision[];
  names: Readonly<Record<string, string>>;
}>;

/**
 * Every version that one answer had, newest first, with the names of who made them; when its criterion was reworded under it, and
 * what workshops decided on its topic.
 * @throws Problem not-found
 */
export async function answerHistory(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  criterion: string,
): Promise<AnswerHistory> {
  const assessment = await findAssessment(db, actor, slug);
  const revisions = await db.answerRevision.findMany({
    where: { organizationId: assessment.organizationId, assessmentId: assessment.id, criterion },
    orderBy: { version: "desc" },
    take: LIMIT,
    include: { correction: true },
  });
  const corrections = revisions.flatMap(({ correction }) => (correction ? [correctionView(correction)] : []));
  const rewordings = await rewordingsOf(db, assessment, criterion);
  const held = await db.workshopDecision.findMany({
    where: {
      ...{ organizationId: assessment.organizationId, assessmentId: assessment.id },
      topic: topicOfCriterion(criterion),
    },
    orderBy: { recordedAt: "desc" },
    take: LIMIT,
  });
  const people = [
    ...held.map(({ recordedBy }) => recordedBy),
    ...revisions.flatMap((row) => [row.changedBy, row.acceptedBy ?? []].flat()),
    ...rewordings.map(({ by }) => by),
    ...corrections.map(({ by }) => by),
  ];
  return {
    revisions: revisions.map(storedAnswer),
    corrections,
    rewordings,
    decisions: held.map(decisionView),
    names: await namesOf(db, people),
  };
}

function correctionView({ version, reason, markedBy, markedAt }: AnswerCorrection): Correction {
  return { version, reason, by: markedBy, at: markedAt.getTime() };
}

async function rewordingsOf(
  db: ScopedDb,
  { organizationId, id }: Assessment,
  criterion: string,
): Promise<readonly Rewording[]> {
  const moves = await db.assessmentMove.findMany({
    where: { organizationId, assessmentId: id },
    orderBy: { movedAt: "desc" },
  });
  const found: Rewording[] = [];
  for (const move of moves) {
    const from = await storedQuestionnaire(db, move.fromQuestionnaire, move.fromVersion);
    const to = await storedQuestionnaire(db, move.toQuestionnaire, move.toVersion);
    const reworded = compareVersions(from.questionnaire, to.questionnaire).reworded.find((row) => row.id === criterion);
    if (!reworded) continue;
    const { before, after } = reworded;
    const there = { by: move.movedBy, at: move.movedAt.getTime(), to: move.toVersion, before: before.statement };
    if (move.undoneBy && move.undoneAt) {
      const back = { by: move.undoneBy, at: move.undoneAt.getTime(), to: move.fromVersion, before: after.statement };
      found.push(back);
    }
    found.push(there);
  }
  return found.sort((a, b) => b.at - a.at);
}
