import type { Answer } from "../scoring/types";
import { mergeNotes } from "../walk/conflict";
import { sameAnswer } from "../walk/entry";
import { LONGEST } from "../words/long-text";
import { wellFormed } from "../words/well-formed";
import type { Said } from "./said";

/** Of what was sent without a reply, how much is remembered: with each try there may be more. */
const MOST_SENT = 5;

/** What is said of one criterion. */
export type Words = Readonly<{ answer: Answer | null; note: string }>;

/** What was said here and isn't stored yet. */
export type Unsent = Said &
  Readonly<{
    /** What stood when it was said. */
    over: Words;
    /** What was sent, of which nobody knows yet whether it arrived; the newest first. */
    sent: readonly Words[];
  }>;

/** What is being typed and doesn't count yet: how much or why, and a note too long to be stored. */
export type Typed = Readonly<{
  entry?: Readonly<{ status: "partly" | "not-applicable"; text: string }>;
  note?: string;
}>;

type By<T> = Readonly<Record<string, T>>;

/** What somebody says of some criteria on one page. What is shown is what stands on the server with what was said here on top. */
export type Saying = Readonly<{
  /** As the server last said. */
  stored: By<Said>;
  unsent: By<Unsent>;
  typed: By<Typed>;
  /** What had been said elsewhere meanwhile and what is said here replaces. */
  replaced: By<Words>;
}>;

/** What a device keeps until it is sent. */
export type KeptSaying = Readonly<{ unsent: By<Unsent>; typed: By<Typed> }>;

export function startSaying(stored: By<Said>): Saying {
  return { stored, unsent: {}, typed: {}, replaced: {} };
}

/** Everything as it is shown. */
export function saidNow({ stored, unsent }: Saying): By<Said> {
  return { ...stored, ...unsent };
}

/** How many criteria have something typed that isn't stored as long as it stays so. */
export function unfinished({ typed }: Saying): number {
  return Object.keys(typed).length;
}

/** Says an answer or a note; the other stays as it is shown. An answer ends what was being typed for one. */
export function say(state: Saying, criterion: string, change: Partial<Words>): Saying {
  const { answer, note } = shown(state, criterion);
  const now = { answer, note, ...change };
  const words = { answer: now.answer, note: wellFormed(now.note) };
  const { entry, note: tooLong } = state.typed[criterion] ?? {};
  const typed = {
    entry: change.answer === undefined ? entry : undefined,
    note: change.note === undefined ? tooLong : undefined,
  };
  const next = keepTyped(state, criterion, typed);
  if (same(words, { answer, note })) return next;
  const { over = wordsOf(state.stored[criterion]), sent = [] } = state.unsent[criterion] ?? {};
  // One more than what it was said over: nothing that another device said meanwhile is undone unseen.
  const sequence = (state.stored[criterion]?.sequence ?? 0) + 1;
  return {
    ...next,
    unsent: { ...next.unsent, [criterion]: { ...words, sequence, over, sent } },
    replaced: without(next.replaced, criterion),
  };
}

/** Keeps what is being typed; nothing changes in what was said. */
export function keepTyped(state: Saying, criterion: string, { entry, note }: Typed): Saying {
  if (!entry && note === undefined) return { ...state, typed: without(state.typed, criterion) };
  const typed = { ...(entry ? { entry } : {}), ...(note === undefined ? {} : { note }) };
  return { ...state, typed: { ...state.typed, [criterion]: typed } };
}

/** What goes in one request, the first `most` that wait; each is marked as sent. */
export function takeOff(state: Saying, most: number): Readonly<{ state: Saying; going: By<Unsent> }> {
  const going = Object.fromEntries(
    Object.entries(state.unsent)
      .slice(0, most)
      .map(([criterion, one]) => [criterion, { ...one, sent: sentNow(one) }] as const),
  );
  return { state: { ...state, unsent: { ...state.unsent, ...going } }, going };
}

function sentNow(one: Unsent): readonly Words[] {
  const words = wordsOf(one);
  return one.sent.some((before) => same(before, words)) ? one.sent : [words, ...one.sent].slice(0, MOST_SENT);
}

/**
 * What the server made of a request. What it took is stored; what was said here meanwhile stays on top. Where something else
 * stood, both are brought together as `bringTogether` does, to be sent again.
 *
 * @param standing what stands of those that the server didn't take
 */
export function land(state: Saying, going: By<Unsent>, standing: By<Said>): Saying {
  let next = state;
  for (const [criterion, gone] of Object.entries(going)) {
    const now = state.unsent[criterion];
    const stands = standing[criterion] ?? { ...wordsOf(gone), sequence: gone.sequence };
    if (now) next = meet(next, criterion, now, stands);
  }
  return next;
}

/** Puts what was said here on top of what stands. */
function meet(state: Saying, criterion: string, mine: Unsent, standing: Said): Saying {
  const stored = { ...state.stored, [criterion]: standing };
  const theirs = wordsOf(standing);
  if (same(mine, theirs)) return { ...state, stored, unsent: without(state.unsent, criterion) };
  const onTop = (words: Words): Unsent => ({ ...words, sequence: standing.sequence + 1, over: theirs, sent: [] });
  // It is what this page itself had sent: what was said after it goes on top.
  if (mine.sent.some((one) => same(one, theirs))) {
    return { ...state, stored, unsent: { ...state.unsent, [criterion]: onTop(wordsOf(mine)) } };
  }
  const words = bringTogether(mine.over, { mine, theirs });
  if (same(words, theirs)) return { ...state, stored, unsent: without(state.unsent, criterion) };
  const next = { ...state, stored, unsent: { ...state.unsent, [criterion]: onTop(words) } };
  return loses(mine.over, { theirs, words }) ? { ...next, replaced: { ...next.replaced, [criterion]: theirs } } : next;
}

/**
 * Two words on one criterion: what one of them left as it was is taken from the other. Where both changed the answer, mine
 * counts; where both changed the note, both are kept as long as there is room.
 *
 * @param over what both were said over
 */
function bringTogether(over: Words, { mine, theirs }: Readonly<{ mine: Words; theirs: Words }>): Words {
  return {
    answer: sameAnswer(mine.answer, over.answer) ? theirs.answer : mine.answer,
    note: noteTogether(over.note, { mine: mine.note, theirs: theirs.note }),
  };
}

function noteTogether(over: string, { mine, theirs }: Readonly<{ mine: string; theirs: string }>): string {
  if (mine === over) return theirs;
  if (theirs === over) return mine;
  const both = mergeNotes(theirs, mine);
  return both.length <= LONGEST.saidNote ? both : mine;
}

/** Whether what they said, and had not been there before, isn't in `words` any more. */
function loses(over: Words, { theirs, words }: Readonly<{ theirs: Words; words: Words }>): boolean {
  const answer = !sameAnswer(theirs.answer, over.answer) && !sameAnswer(theirs.answer, words.answer);
  return answer || (theirs.note !== over.note && !words.note.includes(theirs.note.trim()));
}

/** What the device is to keep; null where everything is stored. */
export function keptOf({ unsent, typed }: Saying): KeptSaying | null {
  return Object.keys(unsent).length === 0 && Object.keys(typed).length === 0 ? null : { unsent, typed };
}

/** Takes in what a device kept: before what was said since the page came, and on top of what stands. */
export function adoptKept(state: Saying, kept: KeptSaying | null): Saying {
  if (!kept) return state;
  let next: Saying = { ...state, typed: { ...kept.typed, ...state.typed } };
  for (const [criterion, before] of Object.entries(kept.unsent)) next = adopt(next, criterion, before);
  return next;
}

function adopt(state: Saying, criterion: string, before: Unsent): Saying {
  const since = state.unsent[criterion];
  const mine = since ? { ...before, ...bringTogether(since.over, { mine: since, theirs: before }) } : before;
  const standing = state.stored[criterion];
  if (standing && standing.sequence >= mine.sequence) return meet(state, criterion, mine, standing);
  return { ...state, unsent: { ...state.unsent, [criterion]: mine } };
}

/** Reads what was written as JSON of `keptOf`; null for what can't be read, such as of another version. */
export function readKept(text: string): KeptSaying | null {
  const content = parse(text);
  if (!isRecord(content)) return null;
  if (!isRecord(content.unsent) || !isRecord(content.typed)) return readEarlier(content);
  return { unsent: only(content.unsent, isUnsent), typed: only(content.typed, isTyped) };
}

/** As it was kept before anything typed was: what isn't sent, by criterion. */
function readEarlier(content: By<unknown>): KeptSaying | null {
  const said = Object.entries(only(content, isSaid));
  if (said.length === 0) return null;
  return {
    unsent: Object.fromEntries(said.map(([criterion, one]) => [criterion, { ...one, over: NOTHING, sent: [] }])),
    typed: {},
  };
}

const NOTHING: Words = { answer: null, note: "" };

function wordsOf(said: Words | undefined): Words {
  return said ? { answer: said.answer, note: said.note } : NOTHING;
}

function shown({ stored, unsent }: Saying, criterion: string): Words {
  return wordsOf(unsent[criterion] ?? stored[criterion]);
}

function same(a: Words, b: Words): boolean {
  return sameAnswer(a.answer, b.answer) && a.note === b.note;
}

function without<T>(all: By<T>, criterion: string): By<T> {
  const { [criterion]: gone, ...rest } = all;
  return gone === undefined ? all : rest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function only<T>(all: By<unknown>, is: (one: unknown) => one is T): By<T> {
  return Object.fromEntries(Object.entries(all).flatMap(([criterion, one]) => (is(one) ? [[criterion, one]] : [])));
}

function isUnsent(one: unknown): one is Unsent {
  return (
    isSaid(one) &&
    "over" in one &&
    isWords(one.over) &&
    "sent" in one &&
    Array.isArray(one.sent) &&
    one.sent.every(isWords)
  );
}

function isSaid(one: unknown): one is Said {
  return isWords(one) && "sequence" in one && typeof one.sequence === "number";
}

function isWords(one: unknown): one is Words {
  return isRecord(one) && typeof one.note === "string" && (one.answer === null || isAnswer(one.answer));
}

function isAnswer(one: unknown): one is Answer {
  if (!isRecord(one)) return false;
  if (one.status === "partly") return typeof one.coverage === "number";
  if (one.status === "not-applicable") return typeof one.reason === "string";
  return one.status === "met" || one.status === "not-met" || one.status === "unknown";
}

function isTyped(one: unknown): one is Typed {
  if (!isRecord(one)) return false;
  const { entry, note } = one;
  return (entry === undefined || isEntry(entry)) && (note === undefined || typeof note === "string");
}

function isEntry(one: unknown): one is NonNullable<Typed["entry"]> {
  return isRecord(one) && typeof one.text === "string" && (one.status === "partly" || one.status === "not-applicable");
}

function isRecord(value: unknown): value is By<unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
