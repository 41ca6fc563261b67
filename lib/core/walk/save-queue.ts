import type { Answer } from "../scoring/types";
import { answerFields, type Entry, type SaveHow, sameAnswer } from "./entry";

/** One criterion's change, made on the version `base` (0: never answered). Without `note` the note stays. */
export type QueuedChange = Readonly<{ criterion: string; base: number; answer: Answer | null; note?: string }>;

/** Changes that belong together, as one action made them. */
export type QueueItem = Readonly<{
  how: SaveHow;
  changes: readonly QueuedChange[];
  /** The queue's own name for it: by this the server knows it again when its answer was lost and it is sent twice. */
  key?: string;
  /** It may have reached the server already, so that it must not become another one. */
  sent?: true;
}>;

/** What isn't saved yet, in the order in which it was done. The first `inFlight` items are under way. */
export type SaveQueue = Readonly<{
  items: readonly QueueItem[];
  inFlight: number;
  /** With `made`, how many items it has made, it names each of them; "" names none. */
  device: string;
  made: number;
}>;

/** @param device no other queue's name */
export function emptyQueue(device: string): SaveQueue {
  return { items: [], inFlight: 0, device, made: 0 };
}

/** What the server said of one change. */
export type SaveResult = Readonly<{
  criterion: string;
  result: "saved" | "conflict" | "not-found";
  /** What stands now; null where there is no answer yet. */
  current: Entry | null;
  /** The version that the change became, where it had been saved before and something newer may stand. */
  saved?: number;
}>;

/** What became of one change: it stands, something else stands, or it can't be saved at all. */
export type Outcome = Readonly<{
  criterion: string;
  kind: "saved" | "conflict" | "refused";
  current: Entry | null;
  /** What was wanted, with all that was queued on top of it. */
  mine: QueuedChange;
  how: SaveHow;
}>;

/** The most changes that one request takes; the route's own limit is higher. */
const BATCH = 200;
/** The most that they weigh; the route's own limit is 1 MB, and what stands before it may take less. */
const BATCH_BYTES = 250_000;

/**
 * Puts an action at the end. Notes on one criterion that wait beside each other become one, so that typing leaves one
 * entry in the history and not one per pause.
 */
export function enqueue(queue: SaveQueue, item: QueueItem): SaveQueue {
  const made = queue.made + 1;
  const named = queue.device === "" ? item : { ...item, key: `${queue.device}.${made}` };
  const [earlier, later] = [onlyNote(queue.items.at(-1)), onlyNote(item)];
  if (earlier && later && earlier.criterion === later.criterion && sameAnswer(earlier.answer, later.answer)) {
    const merged = { ...named, changes: [{ ...later, base: earlier.base }] };
    return { ...queue, made, items: [...queue.items.slice(0, -1), merged] };
  }
  return { ...queue, made, items: [...queue.items, named] };
}

function onlyNote(item: QueueItem | undefined): QueuedChange | undefined {
  const change = item?.changes[0];
  return !item?.sent && item?.how === "hand" && item.changes.length === 1 && change?.note !== undefined
    ? change
    : undefined;
}

/** The last word that is queued on a criterion: its answer, and the note if any change names one. */
export function pendingOn(
  queue: SaveQueue,
  criterion: string,
): Readonly<{ answer: Answer | null; note?: string; how: SaveHow }> | undefined {
  let found: { answer: Answer | null; note?: string; how: SaveHow } | undefined;
  for (const item of queue.items) {
    for (const change of item.changes) {
      if (change.criterion !== criterion) continue;
      found = { answer: change.answer, note: change.note ?? found?.note, how: item.how };
    }
  }
  return found;
}

/** The body of one save request. */
export type SaveRequest = Readonly<{
  how: SaveHow;
  changes: readonly Readonly<{
    criterion: string;
    base: number;
    note?: string;
    key?: string;
    [field: string]: unknown;
  }>[];
}>;

/**
 * What to send next: as many items from the front as go in one request (the same `how`, no criterion twice). An item that is
 * too large for one goes in several. Null while a request is under way or nothing waits.
 *
 * @param most bytes that the changes of a request may have; a single one is sent whatever it has
 */
export function takeBatch(
  queue: SaveQueue,
  most: number = BATCH_BYTES,
): Readonly<{ queue: SaveQueue; request: SaveRequest }> | null {
  const [first, ...others] = queue.items;
  if (queue.inFlight > 0 || !first) return null;
  const items = [...split(first, most), ...others];
  const seen = new Set<string>();
  const taken: QueueItem[] = [];
  let bytes = 0;
  for (const item of items) {
    const fits = item.how === first.how && !item.changes.some((change) => seen.has(change.criterion));
    if (taken.length > 0 && (!fits || seen.size + item.changes.length > BATCH)) break;
    bytes += bytesOf(written(item));
    if (taken.length > 0 && bytes > most) break;
    for (const change of item.changes) seen.add(change.criterion);
    taken.push(item);
  }
  const sent = taken.map((item) => ({ ...item, sent: true as const }));
  return {
    queue: { ...queue, items: [...sent, ...items.slice(taken.length)], inFlight: taken.length },
    request: { how: first.how, changes: taken.flatMap(written) },
  };
}

/** How much a request's changes weigh. */
export function bytesOf(changes: SaveRequest["changes"]): number {
  return new TextEncoder().encode(JSON.stringify(changes)).byteLength;
}

/** What goes in one request, at least one change, and the rest. */
function split(item: QueueItem, most: number): readonly QueueItem[] {
  let bytes = 0;
  for (const [at, change] of written(item).entries()) {
    bytes += bytesOf([change]);
    if (at === 0 || (at < BATCH && bytes <= most)) continue;
    return [
      { ...item, changes: item.changes.slice(0, at) },
      { ...item, changes: item.changes.slice(at) },
    ];
  }
  return [item];
}

function written({ changes, key }: QueueItem): SaveRequest["changes"] {
  return changes.map(({ criterion, base, answer, note }) => ({
    criterion,
    base,
    ...answerFields(answer),
    ...(note === undefined ? {} : { note }),
    ...(key === undefined ? {} : { key }),
  }));
}

/** Gives up on the request under way; what it held is sent again in the same order. */
export function release(queue: SaveQueue): SaveQueue {
  return { ...queue, inFlight: 0 };
}

/**
 * Takes the answer to the request under way; what it doesn't name is refused. What was saved moves the base of what waits behind it; a conflict takes
 * everything that waits on that criterion out of the queue, because nobody knows any more what it would be made on.
 * A "conflict" with what was sent itself is the echo of a request whose answer was lost: it was saved.
 */
export function settle(
  queue: SaveQueue,
  results: readonly SaveResult[],
): Readonly<{ queue: SaveQueue; outcomes: readonly Outcome[] }> {
  const byCriterion = new Map(results.map((result) => [result.criterion, result]));
  let waiting = queue.items.slice(queue.inFlight);
  const outcomes: Outcome[] = [];
  for (const item of queue.items.slice(0, queue.inFlight)) {
    for (const change of item.changes) {
      const result = byCriterion.get(change.criterion);
      const kind = kindOf(change, result);
      const current = result?.current ?? null;
      if (kind === "saved" && current) {
        // On what this one became: what came after it is for the next one to meet.
        const base = result?.saved ?? current.version;
        waiting = waiting.map((later) => rebase(later, change.criterion, base));
        outcomes.push({ criterion: change.criterion, kind, current, mine: change, how: item.how });
        continue;
      }
      const mine = lastWord(change, waiting);
      waiting = waiting.map((later) => without(later, change.criterion)).filter((later) => later.changes.length > 0);
      outcomes.push({ criterion: change.criterion, kind, current, mine, how: item.how });
    }
  }
  return { queue: { ...queue, items: waiting, inFlight: 0 }, outcomes };
}

function kindOf(change: QueuedChange, result: SaveResult | undefined): Outcome["kind"] {
  if (!result || result.result === "not-found") return "refused";
  if (result.result === "saved") return "saved";
  const { current } = result;
  const echo =
    current !== null &&
    sameAnswer(current.answer, change.answer) &&
    (change.note === undefined || change.note === current.note);
  return echo ? "saved" : "conflict";
}

function rebase(item: QueueItem, criterion: string, base: number): QueueItem {
  if (!item.changes.some((change) => change.criterion === criterion)) return item;
  const changes = item.changes.map((change) => (change.criterion === criterion ? { ...change, base } : change));
  return { ...item, changes };
}

function without(item: QueueItem, criterion: string): QueueItem {
  return { ...item, changes: item.changes.filter((change) => change.criterion !== criterion) };
}

function lastWord(change: QueuedChange, waiting: readonly QueueItem[]): QueuedChange {
  let last = change;
  for (const item of waiting) {
    for (const later of item.changes) {
      if (later.criterion === change.criterion) last = { ...last, ...later, note: later.note ?? last.note };
    }
  }
  return last.note === undefined ? { criterion: last.criterion, base: last.base, answer: last.answer } : last;
}
