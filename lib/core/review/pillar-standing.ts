import { isInScope, type OutlinePillar } from "../walk/outline";
import { questionState } from "./question";
import { REVIEW_KINDS, type ReviewInput, type ReviewItem, type ReviewKind } from "./review-queue";

/** A pillar that was sent to review in this round, and its sign-off. Moments in ms since 1970. */
export type PillarReview = Readonly<{
  pillar: string;
  sentBy: string;
  sentAt: number;
  signed?: Readonly<{ by: string; at: number; self: boolean }>;
}>;

/** What is left open in a pillar, counted; all of it may be signed off, and is stated. */
export type Remains = Readonly<{
  unanswered: number;
  unknown: number;
  /** Answers of an earlier round that nobody has said to be still true. */
  unconfirmed: number;
  questions: number;
  /** Accepted exceptions that hold. */
  exceptions: number;
  queue: Readonly<Record<ReviewKind, number>>;
}>;

export type PillarStanding = Readonly<{
  pillar: string;
  title: string;
  /** "reopened": what was signed off has changed since. */
  state: "in-progress" | "in-review" | "signed-off" | "reopened";
  review?: PillarReview;
  /** Criteria that differ from what was signed off. */
  changed: readonly string[];
  remains: Remains;
  /** Criteria in scope that the person who looks has answered or confirmed: who signs off may have none. */
  own: number;
  inScope: number;
}>;

type Standing = Readonly<{
  reviews: ReadonlyMap<string, PillarReview>;
  queue: readonly ReviewItem[];
  /** Whether an answer was given or confirmed in this round. */
  confirmed: (criterion: string) => boolean;
}>;

/** How far the review of each pillar is. A pillar without a criterion in scope needs none and isn't in the list. */
export function pillarStandings(input: ReviewInput, standing: Standing): readonly PillarStanding[] {
  return input.pillars.flatMap((pillar) => {
    const criteria = criteriaInScope(pillar, input);
    if (criteria.length === 0) return [];
    const review = standing.reviews.get(pillar.id);
    // Of criteria that were in it or are now: what left the scope, or came into it, is a change too.
    const basis = review?.signed ? (input.signedOff.get(pillar.id) ?? {}) : null;
    const all = basis ? [...new Set([...Object.keys(basis), ...criteria])] : [];
    const inScope = new Set(criteria);
    const changed = all.filter((id) => basis?.[id] !== (inScope.has(id) ? input.prints.get(id)?.counted : undefined));
    return [
      {
        pillar: pillar.id,
        title: pillar.title,
        state: stateOf(review, changed),
        ...(review ? { review } : {}),
        changed,
        remains: remainsOf(input, standing, pillar.id, criteria),
        own: criteria.filter((id) => (input.authors.get(id) ?? []).includes(input.me)).length,
        inScope: criteria.length,
      },
    ];
  });
}

/** Ids of a pillar's criteria that count. */
export function criteriaInScope(pillar: OutlinePillar, { profile }: Pick<ReviewInput, "profile">): readonly string[] {
  return pillar.topics
    .filter((topic) => isInScope(topic, profile))
    .flatMap(({ criteria }) => criteria.map(({ id }) => id));
}

function stateOf(review: PillarReview | undefined, changed: readonly string[]): PillarStanding["state"] {
  if (!review) return "in-progress";
  if (!review.signed) return "in-review";
  return changed.length === 0 ? "signed-off" : "reopened";
}

function remainsOf(
  input: ReviewInput,
  { queue, confirmed }: Standing,
  pillar: string,
  criteria: readonly string[],
): Remains {
  const within = new Set(criteria);
  const of = (kind: ReviewKind) => queue.filter((item) => item.pillar === pillar && item.kind === kind).length;
  return {
    unanswered: criteria.filter((id) => !input.answers.has(id)).length,
    unknown: criteria.filter((id) => input.answers.get(id)?.status === "unknown").length,
    unconfirmed: criteria.filter((id) => input.answers.has(id) && !confirmed(id)).length,
    questions: input.questions.filter((one) => within.has(one.criterion) && questionState(one) === "open").length,
    exceptions: criteria.filter((id) => {
      const exception = input.exceptions.get(id);
      return exception?.acceptedBy !== undefined && exception.expires > input.asOf;
    }).length,
    queue: Object.fromEntries(REVIEW_KINDS.map((kind) => [kind, of(kind)])) as Remains["queue"], // one for each kind
  };
}
