import { randomUUID } from "node:crypto";
import { SAMPLE_PEOPLE } from "../../core/sample/people";
import type { SampleStory } from "../../core/sample/types";
import type { Answer } from "../../core/scoring/types";
import type { AnswerRevision } from "../platform/database/generated/client";

/** Whose rows these are. */
export type Place = Readonly<{ organizationId: string; assessmentId: string }>;

type Revision = Omit<AnswerRevision, "key">;

/** The reviewer looks at what was answered in the afternoon, and at evidence on the morning after. */
const REVIEW_MINUTE = 16 * 60 + 10;
const ADDED_MINUTE = 15 * 60 + 20;
const ACCEPTED_MINUTE = 24 * 60 + 9 * 60 + 40;
const MINUTE_MS = 60_000;

/** Every version of every answer, oldest first; an accepted "not applicable" has its acceptance as a version of its own. */
export function revisionRows(story: SampleStory, place: Place): readonly Revision[] {
  const versions = new Map<string, number>();
  const next = (criterion: string) => {
    const version = (versions.get(criterion) ?? 0) + 1;
    versions.set(criterion, version);
    return version;
  };
  return story.answers.flatMap(({ criterion, day, minute, by, answer, note }): readonly Revision[] => {
    const given = {
      ...place,
      criterion,
      version: next(criterion),
      ...columnsOf(answer),
      acceptedBy: null,
      acceptedAt: null,
      note,
      how: "sample",
      changedBy: SAMPLE_PEOPLE[by],
      changedAt: moment(day, minute),
    };
    if (answer.status !== "not-applicable" || !answer.accepted) return [given];
    const reviewer = SAMPLE_PEOPLE[story.reviewer];
    const at = moment(day, REVIEW_MINUTE);
    const review = { acceptedBy: reviewer, acceptedAt: at, how: "acceptance", changedBy: reviewer, changedAt: at };
    return [given, { ...given, ...review, version: next(criterion) }];
  });
}

/** All evidence there ever was: the pieces, and what each says of its criterion. */
export function evidenceRows(story: SampleStory, place: Place) {
  const reviewer = SAMPLE_PEOPLE[story.reviewer];
  const told = story.evidence.map((item) => ({ ...item, id: randomUUID(), addedBy: SAMPLE_PEOPLE[item.by] }));
  return {
    pieces: told.map(({ id, kind, method, title, date, expires, source, addedBy }) => ({
      ...place,
      id,
      kind,
      title,
      date: new Date(date),
      expires: expires === undefined ? null : new Date(expires),
      source: source ?? null,
      method: method ?? null,
      addedBy,
      addedAt: moment(date, ADDED_MINUTE),
    })),
    criteria: told.map(({ id, criterion, verdict, coverage, accepted, dismissed, date, addedBy }) => ({
      ...place,
      evidenceId: id,
      criterion,
      verdict,
      coverage: coverage ?? null,
      addedBy,
      ...(accepted ? { acceptedBy: reviewer, acceptedAt: moment(date, ACCEPTED_MINUTE) } : {}),
      ...(dismissed === undefined ? {} : { dismissedBy: reviewer, dismissedReason: dismissed }),
    })),
  };
}

/** The accepted deviations. */
export function exceptionRows(story: SampleStory, place: Place) {
  return story.exceptions.map(({ criterion, owner, reason, risk, granted, expires }) => ({
    ...place,
    criterion,
    owner,
    reason,
    risk,
    expires: new Date(expires),
    createdBy: SAMPLE_PEOPLE[story.owner],
    createdAt: new Date(granted),
    acceptedBy: SAMPLE_PEOPLE[story.reviewer],
    acceptedAt: new Date(granted),
  }));
}

/** What was decided of initiatives. */
export function planItemRows(story: SampleStory, place: Place) {
  return story.plan.items.map(({ initiative, state, owner, starts, ends, note }) => ({
    ...place,
    initiative,
    state,
    owner: owner ?? "",
    startsOn: starts === undefined ? null : new Date(starts),
    endsOn: ends === undefined ? null : new Date(ends),
    note: note ?? "",
  }));
}

function columnsOf(answer: Answer): Pick<AnswerRevision, "status" | "coverage" | "count" | "population" | "reason"> {
  const { status } = answer;
  const nothing = { coverage: null, count: null, population: null, reason: null };
  if (answer.status === "not-applicable") return { ...nothing, status, reason: answer.reason };
  if (answer.status !== "partly") return { ...nothing, status };
  const { coverage, count, population } = answer;
  return { ...nothing, status, coverage, count: count ?? null, population: population ?? null };
}

/** A moment of a day. @param minute counted from its midnight in UTC */
export function moment(day: string, minute: number): Date {
  return new Date(Date.parse(day) + minute * MINUTE_MS);
}
