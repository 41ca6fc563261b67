import { z } from "zod";
import type { AssessmentFile } from "../../core/portable/schema";
import { toClaims } from "../../core/portable/to-claims";
import type { Finding } from "../../core/review/finding";
import { type PillarReview, type PillarStanding, pillarStandings } from "../../core/review/pillar-standing";
import { countedState, seenState } from "../../core/review/print";
import { type ReviewInput, type ReviewItem, reviewQueue } from "../../core/review/review-queue";
import type { Answer } from "../../core/scoring/types";
import type { EvidenceView, ExceptionView } from "../../core/walk/evidence-view";
import { outlineOf, type WalkOutline } from "../../core/walk/outline";
import type { Actor } from "../access/roles";
import { exceptionView } from "../assessments/put-exception";
import { type AssessmentState, readAssessment } from "../assessments/read-assessment";
import { vouchersOf } from "../assessments/who-answered";
import { contentHash } from "../content/content-hash";
import { evidenceView } from "../evidence/evidence-rows";
import { selfAcceptanceHolds } from "../organizations/self-acceptance";
import type { ScopedDb } from "../platform/database/client";
import type { AnswerRevision, Assessment, PillarReview as PillarRow } from "../platform/database/generated/client";
import { findingView } from "./finding-row";
import { questionView } from "./question-row";

/** An assessment as its reviewers meet it. */
export type ReviewState = Readonly<{
  state: AssessmentState;
  outline: WalkOutline;
  input: ReviewInput;
  queue: readonly ReviewItem[];
  standings: readonly PillarStanding[];
}>;

/**
 * Reads what the review of an assessment needs, and follows from it what waits.
 * @throws Problem not-found
 */
export async function readReview(db: ScopedDb, actor: Actor, slug: string): Promise<ReviewState> {
  const state = await readAssessment(db, actor, slug);
  const { assessment, claims, answerRows } = state;
  const where = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  const outline = outlineOf(state.stored.questionnaire);
  const evidence = state.evidenceRows.map(evidenceView);
  const exceptions = new Map(
    (await db.exception.findMany({ where })).map((row) => [row.criterion, exceptionView(row)]),
  );
  const findings = (await db.finding.findMany({ where, orderBy: { madeAt: "asc" } })).map(findingView);
  const questions = (await db.question.findMany({ where, orderBy: { askedAt: "asc" } })).map(questionView);
  const rows = await db.pillarReview.findMany({ where, orderBy: { round: "asc" } });
  const marks = await db.reviewMark.findMany({ where: { ...where, round: assessment.round } });
  const input: ReviewInput = {
    pillars: outline.pillars,
    profile: claims.profile,
    asOf: claims.asOf,
    answers: claims.answers,
    evidence,
    exceptions,
    findings,
    questions,
    before: await lastSnapshot(db, assessment),
    prints: printsOf(outline, { answers: claims.answers, evidence, exceptions, findings }),
    signedOff: new Map(rows.flatMap((row) => (row.basis === null ? [] : [[row.pillar, basisOf(row)] as const]))),
    marks: new Map(marks.map(({ criterion, print }) => [criterion, print])),
    authors: await vouchersByCriterion(db, assessment),
    me: actor.userId,
    selfAcceptance: await selfAcceptanceHolds(db, assessment.organizationId),
  };
  const queue = reviewQueue(input);
  const { round, roundBegan } = assessment;
  const standings = pillarStandings(input, {
    reviews: new Map(rows.filter((row) => row.round === round).map((row) => [row.pillar, pillarReview(row)])),
    queue,
    confirmed: (criterion) => round === 1 || (answerRows.get(criterion)?.changedAt ?? 0) >= roundBegan,
  });
  return { state, outline, input, queue, standings };
}

const basisSchema = z.record(z.string(), z.string());

function basisOf({ basis }: PillarRow): Readonly<Record<string, string>> {
  return basisSchema.parse(basis);
}

function pillarReview({ pillar, sentBy, sentAt, signedBy, signedAt, selfSigned }: PillarRow): PillarReview {
  const signed = signedBy && signedAt && { by: signedBy, at: signedAt.getTime(), self: selfSigned };
  return { pillar, sentBy, sentAt: sentAt.getTime(), ...(signed ? { signed } : {}) };
}

/** Answers of the newest snapshot; null where there is none. */
async function lastSnapshot(db: ScopedDb, { organizationId, id }: Assessment): Promise<ReviewInput["before"]> {
  const row = await db.snapshot.findFirst({
    where: { organizationId, assessmentId: id },
    orderBy: [{ asOf: "desc" }, { takenAt: "desc" }],
    select: { file: true },
  });
  if (!row) return null;
  const file = z.custom<AssessmentFile>().parse(row.file); // written by us from a checked assessment
  return toClaims(file, "").answers;
}

type Behind = Readonly<{
  answers: ReadonlyMap<string, Answer>;
  evidence: readonly EvidenceView[];
  exceptions: ReadonlyMap<string, ExceptionView>;
  findings: readonly Finding[];
}>;

/** Enough digits of a SHA-256 to tell two states of one criterion apart. */
const PRINT_DIGITS = 16;

function printsOf(
  { pillars }: WalkOutline,
  { answers, evidence, exceptions, findings }: Behind,
): ReviewInput["prints"] {
  const [pieces, found] = [grouped(evidence), grouped(findings)];
  const print = (state: unknown) => contentHash(state).slice(0, PRINT_DIGITS);
  const criteria = pillars.flatMap(({ topics }) => topics.flatMap((topic) => topic.criteria));
  return new Map(
    criteria.map(({ id }) => {
      const behind = {
        answer: answers.get(id) ?? null,
        evidence: pieces.get(id) ?? [],
        exception: exceptions.get(id),
        findings: found.get(id) ?? [],
      };
      return [id, { counted: print(countedState(behind)), seen: print(seenState(behind)) }];
    }),
  );
}

/** Who stands behind each answer, over all of its history. */
async function vouchersByCriterion(
  db: ScopedDb,
  { organizationId, id: assessmentId }: Assessment,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const revisions: AnswerRevision[] = await db.answerRevision.findMany({
    where: { organizationId, assessmentId },
    orderBy: { version: "desc" },
  });
  return new Map([...grouped(revisions)].map(([criterion, rows]) => [criterion, vouchersOf(rows)]));
}

function grouped<T extends Readonly<{ criterion: string }>>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(item.criterion);
    if (group) group.push(item);
    else groups.set(item.criterion, [item]);
  }
  return groups;
}
