import type { Answer } from "../scoring/types";
import { answerBrief, shareWords } from "../walk/answer-words";
import { claimOf, type EvidenceView, type ExceptionView, speakingEvidence, standingOf } from "../walk/evidence-view";
import { criterionSlug, topicPath } from "../walk/outline";
import { formatDay } from "../words/format";
import { type Finding, findingDiffers } from "./finding";
import { KIND_SHORT, KIND_TITLES } from "./kind-words";
import { evidencePrint } from "./print";
import { type Question, questionState } from "./question";
import type { ReviewInput, ReviewItem, ReviewKind } from "./review-queue";
import { findingWords, METHOD_NAMES } from "./review-words";

/** A request that a decision sends, below the assessment's routes. */
export type Decision = Readonly<{
  label: string;
  path: string;
  method: "POST" | "PATCH" | "DELETE";
  body?: Readonly<Record<string, unknown>>;
  /** What to say once it is done. */
  done: string;
  /** Takes it back, where that can be. */
  undo?: Pick<Decision, "path" | "method" | "body">;
}>;

/** One thing in the queue with all that a reviewer needs to decide it. */
export type ReviewRow = Readonly<{
  key: string;
  kind: ReviewKind;
  pillar: string;
  criterion: string;
  statement: string;
  /** "Identity · Sign-in strength". */
  place: string;
  /** Why it stands here besides its part's name. */
  also: readonly string[];
  lines: readonly Readonly<{ what: string; text: string; bad?: boolean }>[];
  /** What accepting does; null where it can't be done here. */
  accept: Decision | null;
  /** Why nothing can be accepted by who looks. */
  blocked?: string;
  /** Ends a lapsed exception. */
  end?: Decision;
  /** Its place in the walk. */
  href: string;
}>;

export type ReviewPart = Readonly<{ kind: ReviewKind; title: string; rows: readonly ReviewRow[] }>;

type Told = Readonly<{
  input: ReviewInput;
  /** By criterion id. */
  statements: ReadonlyMap<string, string>;
  versions: ReadonlyMap<string, Readonly<{ version: number; by: string; at: string }>>;
  nameOf: (person: string) => string;
  rights: Readonly<{ accept: boolean; ask: boolean }>;
  approved: boolean;
  /** Address of the assessment's pages. */
  home: string;
}>;

/** The queue in its parts, in words. */
export function describeReview(queue: readonly ReviewItem[], told: Told): readonly ReviewPart[] {
  const kinds = [...new Set(queue.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    title: KIND_TITLES[kind],
    rows: queue.filter((item) => item.kind === kind).map((item) => rowOf(item, told)),
  }));
}

function rowOf(item: ReviewItem, told: Told): ReviewRow {
  const { criterion, kind, pillar, topic } = item;
  const content = told.input.pillars.find(({ id }) => id === pillar);
  const title = content?.topics.find(({ id }) => id === topic)?.title ?? topic;
  const decision = told.approved ? null : decisionOf(item, told);
  const may = kind === "reply" ? told.rights.ask : told.rights.accept;
  const blocked = told.approved
    ? undefined
    : item.own
      ? "You answered or added this yourself: it needs another reviewer."
      : may
        ? undefined
        : "Your role doesn’t accept. A reviewer decides.";
  return {
    ...{ key: item.key, kind, pillar, criterion },
    statement: told.statements.get(criterion) ?? criterion,
    place: [content?.title, title].filter(Boolean).join(" · "),
    also: item.reasons.filter((reason) => reason !== kind).map((reason) => KIND_SHORT[reason]),
    lines: linesOf(item, told),
    accept: blocked ? null : decision,
    ...(blocked ? { blocked } : {}),
    ...(kind === "lapsed" && !blocked && !told.approved ? { end: endOf(criterion) } : {}),
    href: `${told.home}/walk/${topicPath(topic)}#${criterionSlug(criterion)}`,
  };
}

function decisionOf({ kind, criterion, subject, print }: ReviewItem, { input, versions }: Told): Decision | null {
  switch (kind) {
    case "not-applicable": {
      const base = versions.get(criterion)?.version ?? 0;
      const body = { criterion, base, verdict: "accept" };
      return { label: "Accept", path: "/acceptance", method: "POST", body, done: "Not applicable accepted." };
    }
    case "evidence": {
      const seen = input.evidence.filter((one) => one.id === subject && one.criterion === criterion);
      const accepted = seen.map((one) => ({ ...one, accepted: true }));
      const body = { verdict: "accept", criteria: [criterion], print: evidencePrint(seen) };
      const path = `/evidence/${subject}/review`;
      const back = { verdict: "reopen", criteria: [criterion], print: evidencePrint(accepted) };
      const undo = { path, method: "PATCH", body: back } as const;
      return { label: "Accept evidence", path, method: "PATCH", body, done: "Evidence accepted.", undo };
    }
    case "exception": {
      const body = { criterion, createdAt: input.exceptions.get(criterion)?.createdAt };
      const path = "/exceptions/acceptance";
      return { label: "Accept exception", path, method: "POST", body, done: "Exception accepted." };
    }
    case "reply":
      return {
        ...{ label: "Settle", path: `/questions/${subject}/settlement`, method: "POST", done: "Question settled." },
      };
    case "lapsed":
      return null;
    default: {
      const label = kind === "contradiction" ? "Let both stand" : "Accept claim";
      const done = kind === "contradiction" ? "Both stand." : "Claim accepted as it stands.";
      const undo = { path: "/review/marks", method: "DELETE", body: { criterion } } as const;
      return { label, path: "/review/marks", method: "POST", body: { criterion, print }, done, undo };
    }
  }
}

function endOf(criterion: string): Decision {
  return { label: "End it", path: "/exceptions", method: "DELETE", body: { criterion }, done: "Exception ended." };
}

type Line = ReviewRow["lines"][number];

function linesOf(item: ReviewItem, told: Told): readonly Line[] {
  const { input, nameOf } = told;
  const { criterion, kind, subject } = item;
  const answer = input.answers.get(criterion) ?? null;
  const own = <T extends Readonly<{ criterion: string }>>(list: readonly T[]) =>
    list.filter((one) => one.criterion === criterion);
  const evidence =
    kind === "evidence"
      ? own(input.evidence).filter(({ id }) => id === subject)
      : speakingEvidence(own(input.evidence), input.asOf);
  const exception = input.exceptions.get(criterion);
  const questions = own(input.questions).filter((one) =>
    kind === "reply" ? one.id === subject : questionState(one) === "open",
  );
  const before = input.before?.get(criterion);
  return [
    claimLine(criterion, answer, told),
    ...evidence.map((one) => evidenceLine(one, answer, told)),
    ...own(input.findings).map((one) => findingLine(one, answer, told)),
    ...(item.reasons.includes("jump") && before ? [{ what: "Last snapshot", text: answerBrief(before) }] : []),
    ...(exception ? [exceptionLine(exception, told)] : []),
    ...questions.map((one) => questionLine(one, nameOf)),
  ];
}

function claimLine(criterion: string, answer: Answer | null, { versions, nameOf }: Told): Line {
  const said = versions.get(criterion);
  const reason = answer?.status === "not-applicable" ? `“${answer.reason}”` : "";
  const who = said ? `${nameOf(said.by)}, ${formatDay(said.at)}` : "";
  return { what: "Claim", text: [answerBrief(answer), reason, who].filter(Boolean).join(" · ") };
}

function evidenceLine(evidence: EvidenceView, answer: Answer | null, { nameOf }: Told): Line {
  const { title, date, expires, coverage, accepted, addedBy, source } = evidence;
  const standing = standingOf(evidence, claimOf(answer));
  const says = coverage !== undefined ? `measures ${shareWords(coverage)}` : standing;
  const waits = accepted ? "accepted" : `to be accepted, added by ${nameOf(addedBy)}`;
  const until = expires && `until ${formatDay(expires)}`;
  const text = [title, source, formatDay(date), until, says, waits].filter(Boolean).join(" · ");
  return { what: "Evidence", text, bad: standing === "contradicts" };
}

function findingLine(finding: Finding, answer: Answer | null, { nameOf }: Told): Line {
  const how = [METHOD_NAMES[finding.method], finding.sample].filter(Boolean).join(": ");
  const parts = [findingWords(finding), how, finding.note, nameOf(finding.madeBy)];
  return { what: "Finding", text: parts.filter(Boolean).join(" · "), bad: findingDiffers(finding, answer) };
}

function exceptionLine({ reason, owner, risk, expires, createdBy }: ExceptionView, { input, nameOf }: Told): Line {
  const until = `${expires <= input.asOf ? "lapsed" : "until"} ${formatDay(expires)}`;
  const parts = [reason, risk && `risk: ${risk}`, `owner ${owner}`, until, `proposed by ${nameOf(createdBy)}`];
  return { what: "Exception", text: parts.filter(Boolean).join(" · "), bad: expires <= input.asOf };
}

function questionLine({ text, reply, askedBy, repliedBy }: Question, nameOf: Told["nameOf"]): Line {
  const asked = `“${text}” asked by ${nameOf(askedBy)}`;
  if (reply === undefined) return { what: "Question", text: `${asked}, not answered yet` };
  return { what: "Question", text: `${asked} · “${reply}”${repliedBy ? ` ${nameOf(repliedBy)}` : ""}` };
}
