import type { Answer } from "../scoring/types";
import { type Conflict, mergeNotes, settleConflict } from "./conflict";
import { type Entry, type SaveHow, sameAnswer } from "./entry";
import { emptyQueue, enqueue, type Outcome, pendingOn, type QueuedChange, type SaveQueue } from "./save-queue";
import { planUndo, pushUndo, type UndoStep } from "./undo";

/** Everything that answering changes. What is shown is what stands on the server with what waits on top. */
export type Answering = Readonly<{
  /** As the server last said. */
  entries: ReadonlyMap<string, Entry>;
  queue: SaveQueue;
  conflicts: ReadonlyMap<string, Conflict>;
  /** Changes that can't be saved, kept for the person with the reason. */
  refusals: ReadonlyMap<string, Refusal>;
  undo: readonly UndoStep[];
}>;

export type Refusal = Readonly<{ change: QueuedChange; how: SaveHow; reason: string }>;

type Change = Readonly<{ criterion: string; answer: Answer | null; note?: string }>;

/**
 * @param entries what the server holds, by criterion
 * @param device a name that no other page has ever had, for the changes that this one will make
 */
export function startAnswering(entries: ReadonlyMap<string, Entry>, device: string): Answering {
  return { entries, queue: emptyQueue(device), conflicts: new Map(), refusals: new Map(), undo: [] };
}

/** The answer as it is shown: what waits, else what stands. Null where there is none. */
export function answerNow(state: Answering, criterion: string): Answer | null {
  const pending = pendingOn(state.queue, criterion);
  return pending ? keepAcceptance(pending.answer, state.entries.get(criterion)) : standing(state, criterion);
}

/** The note as it is shown; in a conflict both. */
export function noteNow(state: Answering, criterion: string): string {
  const conflict = state.conflicts.get(criterion);
  if (conflict?.mine.note !== undefined) return mergeNotes(conflict.theirs.note, conflict.mine.note);
  return pendingOn(state.queue, criterion)?.note ?? state.entries.get(criterion)?.note ?? "";
}

/** All answers as they are shown, for scoring. */
export function answersNow(state: Answering): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const [criterion, { answer }] of state.entries) if (answer) answers.set(criterion, answer);
  for (const item of state.queue.items) {
    for (const { criterion, answer } of item.changes) {
      const shown = keepAcceptance(answer, state.entries.get(criterion));
      if (shown) answers.set(criterion, shown);
      else answers.delete(criterion);
    }
  }
  return answers;
}

/**
 * Changes answers in one action that one undo takes back. What changes nothing is left out. A new answer settles a
 * conflict and keeps the notes of both.
 */
export function change(state: Answering, how: SaveHow, changes: readonly Change[]): Answering {
  const real = changes
    .map((one) =>
      state.conflicts.get(one.criterion)?.mine.note === undefined
        ? one
        : { note: noteNow(state, one.criterion), ...one },
    )
    .filter(
      ({ criterion, answer, note }) =>
        state.conflicts.has(criterion) ||
        how === "confirmed" ||
        !sameAnswer(answerNow(state, criterion), answer) ||
        (note !== undefined && note !== noteNow(state, criterion)),
    );
  if (real.length === 0) return state;
  const settled = real.map(({ criterion }) => criterion);
  const step = real.map(({ criterion, answer }) => ({
    criterion,
    before: answerNow(state, criterion),
    after: answer,
  }));
  const undoable = step.filter(({ before, after }) => !sameAnswer(before, after));
  return {
    ...state,
    conflicts: without(state.conflicts, settled),
    refusals: without(state.refusals, settled),
    queue: enqueue(state.queue, { how, changes: real.map((one) => onBase(state, one)) }),
    undo: undoable.length > 0 ? pushUndo(state.undo, { changes: undoable }) : state.undo,
  };
}

/** Writes a note; the answer stays as it is shown, and a conflict stays to be picked. */
export function writeNote(state: Answering, criterion: string, note: string): Answering {
  const conflict = state.conflicts.get(criterion);
  if (!conflict) return change(state, "hand", [{ criterion, answer: answerNow(state, criterion), note }]);
  const conflicts = new Map(state.conflicts).set(criterion, { ...conflict, mine: { ...conflict.mine, note } });
  return { ...state, conflicts };
}

/** What an undo did: how many of an action's answers went back, and which stayed because somebody else changed them. */
export type Undone = Readonly<{ state: Answering; undone: readonly string[]; left: readonly string[] }>;

/** Takes the newest action back; null where there is none. The undo enters the history like any change. */
export function undoLast(state: Answering): Undone | null {
  const step = state.undo.at(-1);
  if (!step) return null;
  const { changes, left } = planUndo(step, (criterion) => answerNow(state, criterion));
  const rest = { ...state, undo: state.undo.slice(0, -1) };
  if (changes.length === 0) return { state: rest, undone: [], left };
  const queued = { how: "undo" as const, changes: changes.map((one) => onBase(state, one)) };
  const undone = changes.map(({ criterion }) => criterion);
  return { state: { ...rest, queue: enqueue(state.queue, queued) }, undone, left };
}

/**
 * Takes what the server said of a request: saved entries stand unless something newer is known, conflicts wait to be picked, what was refused is kept
 * with the reason. An undo that meets somebody else's change yields to it. Where two only wrote different notes, both
 * are kept.
 *
 * @param queue as `settle` left it
 */
export function applyOutcomes(
  state: Answering,
  queue: SaveQueue,
  outcomes: readonly Outcome[],
  reason: string,
): Answering {
  const entries = new Map(state.entries);
  const conflicts = new Map(state.conflicts);
  const refusals = new Map(state.refusals);
  let next: Answering = { ...state, queue, entries, conflicts, refusals };
  for (const { criterion, kind, current: told, mine, how } of outcomes) {
    const current = told && newest(told, entries.get(criterion));
    if (current && kind !== "refused") entries.set(criterion, current);
    else if (kind === "conflict") entries.delete(criterion);
    if (kind === "refused") refusals.set(criterion, { change: mine, how, reason });
    if (kind !== "conflict" || how === "undo") continue;
    const conflict = { criterion, mine: { answer: mine.answer, note: mine.note }, theirs: current ?? NEVER_ANSWERED };
    if (sameAnswer(mine.answer, conflict.theirs.answer)) next = save(next, criterion, settleConflict(conflict, "mine"));
    else conflicts.set(criterion, conflict);
  }
  return next;
}

/** Settles a conflict; the picked side is saved on top of what stands. */
export function pickSide(state: Answering, criterion: string, side: "mine" | "theirs"): Answering {
  const conflict = state.conflicts.get(criterion);
  if (!conflict) return state;
  return save(
    { ...state, conflicts: without(state.conflicts, [criterion]) },
    criterion,
    settleConflict(conflict, side),
  );
}

/** Lets go of a change that was refused. */
export function dropRefusal(state: Answering, criterion: string): Answering {
  return { ...state, refusals: without(state.refusals, [criterion]) };
}

/** Puts what the server says of an answer in place, unless something newer is known. */
export function adopt(state: Answering, criterion: string, entry: Entry): Answering {
  return adoptAll(state, [[criterion, entry]]);
}

/**
 * The same for many. What waits to be sent stays on top and meets what stands when it is sent; where a conflict waits to be
 * picked, the newest of theirs is what there is to pick.
 */
export function adoptAll(state: Answering, read: Iterable<readonly [criterion: string, entry: Entry]>): Answering {
  const newer = [...read].filter(([criterion, entry]) => (state.entries.get(criterion)?.version ?? 0) < entry.version);
  if (newer.length === 0) return state;
  const contested = newer.flatMap(([criterion, theirs]) => {
    const conflict = state.conflicts.get(criterion);
    return conflict ? [[criterion, { ...conflict, theirs }] as const] : [];
  });
  return {
    ...state,
    entries: new Map([...state.entries, ...newer]),
    conflicts: contested.length > 0 ? new Map([...state.conflicts, ...contested]) : state.conflicts,
  };
}

/** Everything that isn't saved: what waits, what is in conflict and what was refused, as it would be sent again. */
export function unsaved(state: Answering): SaveQueue["items"] {
  const conflicts = [...state.conflicts.values()].map(({ criterion, mine, theirs }) => ({
    how: "hand" as const,
    // On the version before theirs, so that it is a conflict again and not an overwrite.
    changes: [{ criterion, base: Math.max(theirs.version - 1, 0), ...mine }],
  }));
  const refused = [...state.refusals.values()].map(({ change: one, how }) => ({ how, changes: [one] }));
  return [...refused, ...conflicts, ...state.queue.items];
}

const NEVER_ANSWERED: Entry = { answer: null, note: "", version: 0, how: "hand", changedBy: "", changedAt: "" };

/** What was told may have been on its way while something newer was heard. */
function newest(told: Entry, known: Entry | undefined): Entry {
  return known && known.version > told.version ? known : told;
}

function standing(state: Answering, criterion: string): Answer | null {
  return state.entries.get(criterion)?.answer ?? null;
}

/** "Not applicable" for the same reason stays accepted while only its note is on its way. */
function keepAcceptance(answer: Answer | null, entry: Entry | undefined): Answer | null {
  const stands = entry?.answer ?? null;
  return stands?.status === "not-applicable" && sameAnswer(answer, stands) ? stands : answer;
}

function without<V>(map: ReadonlyMap<string, V>, keys: readonly string[]): ReadonlyMap<string, V> {
  const gone = keys.filter((key) => map.has(key));
  if (gone.length === 0) return map;
  const rest = new Map(map);
  for (const key of gone) rest.delete(key);
  return rest;
}

function onBase(state: Answering, one: Change): QueuedChange {
  return { base: state.entries.get(one.criterion)?.version ?? 0, ...one };
}

function save(state: Answering, criterion: string, one: Omit<Change, "criterion"> | null): Answering {
  if (one === null) return state;
  const queued = { how: "hand" as const, changes: [onBase(state, { criterion, ...one })] };
  return { ...state, queue: enqueue(state.queue, queued) };
}
