import { randomUUID } from "node:crypto";
import { type LiveEvent, type LiveNotice, writeLiveEvent } from "../../core/live/live-event";
import { createPresenceBoard, type PresenceBoard } from "../../core/live/presence-board";
import { listen } from "../platform/database/listen";
import { log } from "../platform/log";
import { noticeWaiting } from "../platform/outbox";
import { mayStillSee } from "./may-still-see";
import { readNotice } from "./read-notice";
import { toldAnswers } from "./told-answers";

/** Rights are asked at most this often, for everybody at once. */
const BATCH_MS = 50;
/** Rights are asked, absent people forgotten and connections kept open at least this often. */
const TICK_MS = 5_000;
/** A tab gives a sign of life every 10 s; two may be lost on the way. */
const PRESENCE_MS = 25_000;
/** How many notices can be told again to who lost the connection. */
const KEPT = 2_000;

/** One stream. */
export type Subscriber = Readonly<{
  token: string;
  organization: string;
  assessment: string;
  person: string;
  /** Takes text as bytes, the same for all whom it is told. @returns false when the other end doesn't keep up any more */
  write: (bytes: Uint8Array) => boolean;
  close: () => void;
}>;

const encoder = new TextEncoder();
const OPEN = encoder.encode(": open\n\n");
const END = encoder.encode(writeLiveEvent({ kind: "end" }));

type Kept = Readonly<{ number: number; assessment: string; notice: LiveNotice }>;

/** Everything live of one app instance: one connection that listens, and all streams. */
export type Hub = Readonly<{
  /** Resolves when notices are heard for the first time: what stands before that may change unheard. */
  listening: Promise<void>;
  /** @returns what must be told first: the notices since `lastId`, or null when they can't be named; and how to leave */
  join: (subscriber: Subscriber, lastId: string | null) => Readonly<{ missed: string | null; leave: () => void }>;
  /** Who is where, as an event. */
  presence: (assessment: string) => string;
  count: (person: string) => number;
}>;

const held = globalThis as unknown as { plumblineHub?: Hub };

/** The hub of this process; it begins to listen when it is first asked for. */
export function hub(): Hub {
  held.plumblineHub ??= createHub();
  return held.plumblineHub;
}

function createHub(): Hub {
  const rooms = new Map<string, Set<Subscriber>>();
  const boards = new Map<string, PresenceBoard>();
  const moved = new Set<string>();
  let fresh: Kept[] = [];
  let kept: Kept[] = [];
  let epoch = randomUUID();
  let number = 0;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let heardBefore = false;

  const idOf = (last: number) => `${epoch}/${last}`;
  const all = () => [...rooms.values()].flatMap((room) => [...room]);

  function leave(subscriber: Subscriber): void {
    const room = rooms.get(subscriber.assessment);
    room?.delete(subscriber);
    if (room?.size === 0) rooms.delete(subscriber.assessment);
  }

  function tell(subscriber: Subscriber, bytes: Uint8Array): void {
    if (subscriber.write(bytes)) return;
    leave(subscriber);
    subscriber.close();
  }

  function end(subscriber: Subscriber): void {
    leave(subscriber);
    subscriber.write(END);
    subscriber.close();
  }

  function wake(): void {
    if (!timer) timer = setTimeout(flush, BATCH_MS);
  }

  /** Tells what is new to whoever may still see it. */
  async function flush(): Promise<void> {
    timer = undefined;
    if (busy) return wake();
    busy = true;
    const [batch, places] = [fresh, [...moved]];
    fresh = [];
    moved.clear();
    try {
      const concerned = new Set([...batch.map(({ assessment }) => assessment), ...places]);
      const asked = [...concerned].flatMap((assessment) => [...(rooms.get(assessment) ?? [])]);
      const said = new Map<string, Uint8Array>();
      const write = async (assessment: string) =>
        said.set(assessment, encoder.encode(await textFor(assessment, batch, places)));
      await Promise.all([...concerned].map(write));
      // Asked last, so that nothing but the writing stands between a right and what is told by it.
      const allowed = await mayStillSee(asked);
      for (const subscriber of asked) {
        const bytes = said.get(subscriber.assessment);
        if (!allowed.has(subscriber)) end(subscriber);
        else if (bytes) tell(subscriber, bytes);
      }
    } catch (error) {
      // Nothing is told without its right being asked: it waits.
      log.warn({ name: error instanceof Error ? error.name : "?" }, "live notices wait: rights could not be asked");
      fresh = [...batch, ...fresh];
      for (const place of places) moved.add(place);
    } finally {
      busy = false;
      if (fresh.length > 0 || moved.size > 0) wake();
    }
  }

  async function textFor(assessment: string, batch: readonly Kept[], places: readonly string[]): Promise<string> {
    const mine = batch.filter((one) => one.assessment === assessment);
    const last = mine.at(-1);
    const events = last ? writeLiveEvent(await eventOf(assessment, mine), idOf(last.number)) : "";
    return events + (places.includes(assessment) ? presence(assessment) : "");
  }

  async function eventOf(assessment: string, mine: readonly Kept[]): Promise<LiveEvent> {
    const notices = mine.map(({ notice }) => notice);
    const [one, another] = rooms.get(assessment) ?? [];
    // Who is alone knows what they changed.
    const told = one && another ? await toldAnswers(one, notices) : null;
    return { kind: "notices", notices, ...(told ? { told } : {}) };
  }

  function presence(assessment: string): string {
    return writeLiveEvent({ kind: "presence", people: boards.get(assessment)?.people() ?? [] });
  }

  function hear(payload: string): void {
    const heard = readNotice(payload);
    if (!heard) return;
    const { assessment } = heard;
    if (heard.kind === "beat") {
      const board = boards.get(assessment) ?? createPresenceBoard(PRESENCE_MS);
      boards.set(assessment, board);
      if (board.beat(heard.beat, Date.now())) moved.add(assessment);
    } else {
      const one = { number: ++number, assessment, notice: heard.notice };
      fresh.push(one);
      kept.push(one);
      if (kept.length > 2 * KEPT) kept = kept.slice(-KEPT);
    }
    if (rooms.has(assessment)) wake();
    else {
      fresh = fresh.filter((one) => one.assessment !== assessment);
      moved.delete(assessment);
    }
  }

  /** After a gap nobody can say what was missed. The first time there was none: nobody was told yet what stands. */
  function began(first: () => void): void {
    if (!heardBefore) {
      heardBefore = true;
      first();
      return;
    }
    epoch = randomUUID();
    kept = [];
    const again: LiveEvent = { kind: "reread" };
    const bytes = encoder.encode(writeLiveEvent(again, idOf(number)));
    for (const subscriber of all()) tell(subscriber, bytes);
  }

  async function tick(): Promise<void> {
    for (const [assessment, board] of boards) {
      if (board.sweep(Date.now()) && rooms.has(assessment)) moved.add(assessment);
      if (board.people().length === 0) boards.delete(assessment);
    }
    if (moved.size > 0) wake();
    // Another instance may have ended between a commit and its notice.
    noticeWaiting();
    const asked = all();
    try {
      const allowed = await mayStillSee(asked);
      for (const subscriber of asked) {
        if (allowed.has(subscriber)) tell(subscriber, OPEN);
        else end(subscriber);
      }
    } catch {
      // The database is out of reach: the next tick asks again, and until then nothing is told.
    }
  }

  const listening = new Promise<void>((resolve) => {
    listen("plumbline", { notice: hear, began: () => began(resolve) });
  });
  setInterval(tick, TICK_MS).unref();

  return {
    listening,
    join: (subscriber, lastId) => {
      const room = rooms.get(subscriber.assessment) ?? new Set();
      rooms.set(subscriber.assessment, room.add(subscriber));
      return { missed: missedSince(subscriber.assessment, lastId), leave: () => leave(subscriber) };
    },
    presence,
    count: (person) => all().filter((one) => one.person === person).length,
  };

  function missedSince(assessment: string, lastId: string | null): string | null {
    const [of, after] = lastId?.split("/") ?? [];
    const since = Number(after);
    const first = kept[0]?.number ?? number + 1;
    if (of !== epoch || !Number.isInteger(since) || since + 1 < first) return null;
    // What is still to be told to everybody comes by itself.
    const told = fresh[0]?.number ?? number + 1;
    const missed = kept.filter((one) => one.assessment === assessment && one.number > since && one.number < told);
    const notices = missed.map(({ notice }) => notice);
    return writeLiveEvent({ kind: "notices", notices }, idOf(Math.max(since, told - 1)));
  }
}
