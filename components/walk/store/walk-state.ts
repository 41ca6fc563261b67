import type { LivePresence } from "@/lib/core/live/live-event";
import type { Finding } from "@/lib/core/review/finding";
import type { Question } from "@/lib/core/review/question";
import type { Answer } from "@/lib/core/scoring/types";
import { type Answering, startAnswering } from "@/lib/core/walk/answering";
import type { AssignmentView } from "@/lib/core/walk/assignment";
import type { CommentView } from "@/lib/core/walk/comment";
import { entryOf } from "@/lib/core/walk/entry";
import type { EvidenceView, ExceptionView } from "@/lib/core/walk/evidence-view";
import { type Filters, NO_FILTERS } from "@/lib/core/walk/filters";
import type { TypedEntry } from "@/lib/core/walk/kept";
import { firstToAnswer } from "@/lib/core/walk/next-unanswered";
import { placesOf, type TopicText } from "@/lib/core/walk/outline";
import { type Standing, standingOf, type WalkData } from "@/lib/core/walk/walk-data";
import type { WalkPerson } from "@/lib/core/walk/walk-person";

/** What happened last, until the next action. */
export type Strip = Readonly<{
  text: string;
  actions: readonly ("rest-not-met" | "undo")[];
  /** Answers that a press on "Replace" would change. */
  replace?: readonly Readonly<{ criterion: string; answer: Answer }>[];
}>;

/** How it stands with the server: offline is no connection, failing an answer that helps nobody. */
export type Link = "online" | "offline" | "failing" | "signed-out";

/** A wish that the focus goes somewhere; a new object for each, so that the same can be wished again. */
export type FocusWish = Readonly<{
  criterion: string | null;
  part: "answers" | "coverage" | "reason" | "note" | "evidence" | "heading";
}>;

/** One topic, everything as a table, or one topic large for a room. */
export type View = "topic" | "table" | "workshop";

export type WalkState = Readonly<{
  answering: Answering;
  /** How it stands with the assessment now; the walk's data says how it stood when it was opened. */
  standing: Standing;
  topic: string;
  /** The criterion that keys and panel speak of, one of those that are shown; null: the topic. */
  focused: string | null;
  wish: FocusWish | null;
  view: View;
  filters: Filters;
  /** With a filter on: criteria that fitted when it was switched or the topic was entered, so that an answer doesn't make its row vanish, and those that were gone to by name. */
  shown: ReadonlySet<string> | null;
  /** Rows of the table that keys and buttons speak of together. */
  selected: ReadonlySet<string>;
  /** The answer for all that is selected whose coverage or reason is being asked for. */
  bulk: "partly" | "not-applicable" | null;
  texts: ReadonlyMap<string, TopicText>;
  /** Pillars whose texts could not be fetched. */
  missing: ReadonlySet<string>;
  evidence: ReadonlyMap<string, readonly EvidenceView[]>;
  exceptions: ReadonlyMap<string, ExceptionView>;
  findings: ReadonlyMap<string, readonly Finding[]>;
  /** Those that aren't settled. */
  questions: ReadonlyMap<string, readonly Question[]>;
  names: Readonly<Record<string, string>>;
  /** Coverage and reasons being typed, by `typedKey`. */
  typed: ReadonlyMap<string, TypedEntry>;
  strip: Strip | null;
  /** What is open beside the topic. */
  tab: "criterion" | "comments" | "history";
  sheet: "panel" | "topics" | null;
  dialog: "filter" | "keys" | "sign-in" | null;
  /** Whether the form for new evidence is open. */
  adding: boolean;
  /** A file that was dropped or pasted, for the form. */
  offered: File | null;
  /** Whether a file is held over the page. */
  dragging: boolean;
  /** The level of a topic before the last answer in it. */
  ghost: Readonly<{ topic: string; level: number }> | null;
  link: Link;
  /** Whether what others do is heard as it happens. */
  live: "on" | "off";
  /** Who else is here, and on which topic. */
  people: LivePresence;
  /** What was said about the topics that were looked at. */
  comments: ReadonlyMap<string, readonly CommentView[]>;
  /** What is asked of people. */
  assignments: readonly AssignmentView[];
  /** The organization's members, once somebody asked for them. */
  members: readonly WalkPerson[] | null;
  /** When something was last saved, in ms since 1970. */
  savedAt: number | null;
  /** False where this device can't keep what isn't sent. */
  keeps: boolean;
  /** For screen readers; a new object for each. */
  said: Readonly<{ text: string }> | null;
}>;

export function startState(data: WalkData, topic: string, text: TopicText | undefined): WalkState {
  const evidence = new Map<string, EvidenceView[]>();
  for (const item of data.evidence) {
    const list = evidence.get(item.criterion);
    if (list) list.push(item);
    else evidence.set(item.criterion, [item]);
  }
  const entries = new Map(data.answers.map((answer) => [answer.criterion, entryOf(answer)]));
  const begins = placesOf(data.outline).find((place) => place.topic.id === topic)?.topic;
  return {
    answering: startAnswering(entries, crypto.randomUUID()),
    standing: standingOf(data),
    topic,
    focused: firstToAnswer(
      begins?.criteria.map(({ id }) => id) ?? [],
      (id) => (entries.get(id)?.answer ?? null) !== null,
    ),
    wish: null,
    view: "topic",
    filters: NO_FILTERS,
    shown: null,
    selected: new Set(),
    bulk: null,
    texts: new Map(text ? [[topic, text]] : []),
    missing: new Set(),
    evidence,
    exceptions: new Map(data.exceptions.map((exception) => [exception.criterion, exception])),
    findings: byCriterion(data.findings),
    questions: byCriterion(data.questions),
    names: { ...data.names, [data.me.id]: data.me.name },
    typed: new Map(),
    strip: null,
    tab: "criterion",
    sheet: null,
    dialog: null,
    adding: false,
    offered: null,
    dragging: false,
    ghost: null,
    link: "online",
    live: "off",
    people: [],
    comments: new Map(),
    assignments: data.assignments,
    members: null,
    savedAt: null,
    keeps: true,
    said: null,
  };
}

/** The view that an address names; one topic where it names none. */
export function readView(text: string | null | undefined): View {
  return text === "table" || text === "workshop" ? text : "topic";
}

function byCriterion<T extends Readonly<{ criterion: string }>>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(item.criterion, [...(groups.get(item.criterion) ?? []), item]);
  return groups;
}

/** Where an entry being typed is kept. */
export function typedKey({ topic, criterion, field }: Pick<TypedEntry, "topic" | "criterion" | "field">): string {
  return `${criterion ?? topic}#${field}`;
}
