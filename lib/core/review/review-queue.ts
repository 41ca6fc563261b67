import type { Answer, Profile } from "../scoring/types";
import {
  claimOf,
  type EvidenceView,
  type ExceptionView,
  isContradicted,
  speakingEvidence,
} from "../walk/evidence-view";
import { isInScope, type OutlinePillar } from "../walk/outline";
import { type Finding, findingDiffers } from "./finding";
import { markHolds, markPrint } from "./print";
import { type Question, questionState } from "./question";

/** Why something stands in the queue, in the order in which a reviewer meets it. */
export const REVIEW_KINDS = [
  "contradiction",
  "not-applicable",
  "evidence",
  "no-evidence",
  "jump",
  "changed",
  "exception",
  "lapsed",
  "reply",
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** One thing for a reviewer to decide. */
export type ReviewItem = Readonly<{
  /** Stays the same while it waits. */
  key: string;
  kind: ReviewKind;
  pillar: string;
  topic: string;
  criterion: string;
  /** Of a claim: every reason that it stands here, its kind the first. */
  reasons: readonly ReviewKind[];
  /** Id of the evidence or question. */
  subject?: string;
  /** Of a claim: what letting it stand is noted for. */
  print?: string;
  /** Made by who looks: it needs another reviewer. */
  own: boolean;
}>;

/** All that the queue follows from. Maps are by criterion id unless they say otherwise. */
export type ReviewInput = Readonly<{
  pillars: readonly OutlinePillar[];
  profile: Profile;
  /** Day on which evidence is judged, YYYY-MM-DD. */
  asOf: string;
  answers: ReadonlyMap<string, Answer>;
  evidence: readonly EvidenceView[];
  exceptions: ReadonlyMap<string, ExceptionView>;
  findings: readonly Finding[];
  questions: readonly Question[];
  /** Answers of the last snapshot; null where there is none. */
  before: ReadonlyMap<string, Answer> | null;
  /** Hashes of `countedState` and `seenState`. */
  prints: ReadonlyMap<string, Readonly<{ counted: string; seen: string }>>;
  /** By pillar: the counted prints of its last sign-off, by criterion. */
  signedOff: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What reviewers let stand in this round. */
  marks: ReadonlyMap<string, string>;
  /** Who answered, or confirmed, what stands. */
  authors: ReadonlyMap<string, readonly string[]>;
  me: string;
  selfAcceptance: boolean;
}>;

/** A claim that moved by this share or more between two snapshots, both known, is looked at. */
export const UNUSUAL_JUMP = 0.5;

const CLAIM_KINDS: readonly ReviewKind[] = ["contradiction", "no-evidence", "jump", "changed"];

/**
 * What waits for a reviewer, in the order of `REVIEW_KINDS` and of the questionnaire. A claim stands in it once, under the first
 * of its reasons, until a reviewer lets it stand or it changes; besides, each thing that is to be accepted stands in it.
 */
export function reviewQueue(input: ReviewInput): readonly ReviewItem[] {
  const evidence = groupBy(input.evidence);
  const findings = groupBy(input.findings);
  const questions = groupBy(input.questions);
  const items = input.pillars.flatMap((pillar) =>
    pillar.topics
      .filter((topic) => isInScope(topic, input.profile))
      .flatMap((topic) =>
        topic.criteria.flatMap(({ id }) =>
          itemsOf(input, {
            place: { pillar: pillar.id, topic: topic.id, criterion: id },
            evidence: evidence.get(id) ?? [],
            findings: findings.get(id) ?? [],
            questions: questions.get(id) ?? [],
          }),
        ),
      ),
  );
  const rank = (item: ReviewItem) => REVIEW_KINDS.indexOf(item.kind);
  return items.sort((a, b) => rank(a) - rank(b));
}

type Place = Readonly<{ pillar: string; topic: string; criterion: string }>;
type About = Readonly<{
  place: Place;
  evidence: readonly EvidenceView[];
  findings: readonly Finding[];
  questions: readonly Question[];
}>;

function itemsOf(input: ReviewInput, about: About): readonly ReviewItem[] {
  const { criterion } = about.place;
  const answer = input.answers.get(criterion) ?? null;
  const authors = input.authors.get(criterion) ?? [];
  const own = (...others: readonly string[]) => !input.selfAcceptance && [...authors, ...others].includes(input.me);
  const one = (kind: ReviewKind, rest: Partial<ReviewItem> & Pick<ReviewItem, "own">): ReviewItem => ({
    ...about.place,
    key: [kind, criterion, rest.subject].filter(Boolean).join(":"),
    kind,
    reasons: [kind],
    ...rest,
  });
  const items: ReviewItem[] = [];
  const claim = claimItem(input, about, answer);
  if (claim) items.push({ ...claim, own: own() });
  if (answer?.status === "not-applicable" && !answer.accepted) items.push(one("not-applicable", { own: own() }));
  for (const { id, accepted, dismissed, addedBy } of about.evidence) {
    if (!accepted && !dismissed) items.push(one("evidence", { subject: id, own: own(addedBy) }));
  }
  const exception = input.exceptions.get(criterion);
  if (exception && exception.expires <= input.asOf) items.push(one("lapsed", { own: own(exception.createdBy) }));
  else if (exception && !exception.acceptedBy) items.push(one("exception", { own: own(exception.createdBy) }));
  for (const question of about.questions) {
    if (questionState(question) === "answered") items.push(one("reply", { subject: question.id, own: false }));
  }
  return items;
}

function claimItem(input: ReviewInput, about: About, answer: Answer | null): Omit<ReviewItem, "own"> | null {
  const { criterion, pillar } = about.place;
  const print = input.prints.get(criterion);
  const reasons = CLAIM_KINDS.filter((kind) => {
    switch (kind) {
      case "contradiction":
        return (
          isContradicted(about.evidence, answer, input.asOf) ||
          about.findings.some((finding) => findingDiffers(finding, answer))
        );
      case "no-evidence":
        return claimOf(answer) !== null && speakingEvidence(about.evidence, input.asOf).length === 0;
      case "jump":
        return isJump(input.before?.get(criterion) ?? null, answer);
      default: {
        const basis = input.signedOff.get(pillar);
        return basis !== undefined && basis[criterion] !== print?.counted;
      }
    }
  });
  const [kind] = reasons;
  if (kind === undefined || !print || markHolds(input.marks.get(criterion), print.seen, reasons)) return null;
  return { ...about.place, key: `claim:${criterion}`, kind, reasons, print: markPrint(print.seen, reasons) };
}

/** Whether a known claim moved unusually far. What only became known is no jump. */
export function isJump(before: Answer | null, now: Answer | null): boolean {
  const [from, to] = [shareOf(before), shareOf(now)];
  // The least of floating point is no reason not to look.
  return from !== null && to !== null && Math.abs(to - from) >= UNUSUAL_JUMP - 1e-9;
}

function shareOf(answer: Answer | null): number | null {
  return answer?.status === "not-met" ? 0 : claimOf(answer);
}

function groupBy<T extends Readonly<{ criterion: string }>>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(item.criterion);
    if (group) group.push(item);
    else groups.set(item.criterion, [item]);
  }
  return groups;
}
