import { scoreAssessment } from "../../core/scoring/score";
import type { AssessmentScore } from "../../core/scoring/types";
import { type Actor, can } from "../access/roles";
import { answerableParts } from "../assessments/open-criterion";
import { namesOf } from "../people/names-of";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { pillarState } from "./pillar-state";
import { type Approval, readApproval } from "./read-approval";
import { type ReviewState, readReview } from "./read-review";

/** What the review page shows. Maps are by criterion id. */
export type ReviewPageState = Readonly<{
  review: ReviewState;
  score: AssessmentScore;
  statements: ReadonlyMap<string, string>;
  /** Version, author and day of each answer as it stands. */
  versions: ReadonlyMap<string, Readonly<{ version: number; by: string; at: string }>>;
  names: Readonly<Record<string, string>>;
  /** Pillars that who looks may send to review. */
  sends: "all" | readonly string[];
  approval?: Approval;
  /** By pillar: what a sign-off says was seen. */
  prints: ReadonlyMap<string, string>;
}>;

/** @throws Problem not-found */
export async function readReviewPage(db: ScopedDb, actor: Actor, slug: string): Promise<ReviewPageState> {
  const review = await readReview(db, actor, slug);
  const { state, input, standings } = review;
  const { assessment, stored, claims, answerRows } = state;
  const criteria = stored.questionnaire.pillars.flatMap(({ topics }) => topics.flatMap((topic) => topic.criteria));
  const people = [
    ...[...answerRows.values()].map(({ changedBy }) => changedBy),
    ...[...input.authors.values()].flat(),
    ...input.evidence.map(({ addedBy }) => addedBy),
    ...input.findings.map(({ madeBy }) => madeBy),
    ...[...input.exceptions.values()].map(({ createdBy }) => createdBy),
    ...input.questions.flatMap(({ askedBy, repliedBy }) => [askedBy, repliedBy ?? []].flat()),
    ...standings.flatMap(({ review: sent }) => (sent ? [sent.sentBy, sent.signed?.by ?? []].flat() : [])),
  ];
  const score = scoreAssessment(stored.model, claims);
  return {
    review,
    score,
    statements: new Map(criteria.map(({ id, statement }) => [id, statement])),
    versions: new Map(
      [...answerRows].map(([id, row]) => [
        id,
        { version: row.version, by: input.authors.get(id)?.[0] ?? row.changedBy, at: isoDay(row.changedAt) },
      ]),
    ),
    names: await namesOf(db, people),
    sends: can(actor, "answers.write") ? await answerableParts(db, actor, assessment) : [],
    approval: await readApproval(db, assessment),
    prints: new Map(standings.map((one) => [one.pillar, pillarState(review, score, one).print])),
  };
}
