import { type LiveEvent, liveEventReader, type ReadLiveEvent } from "@/lib/core/live/live-event";

/** Waits between attempts while the server doesn't answer, in ms. */
const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** The server says something every 5 s; a stream that says nothing for longer is dead. */
const SILENT_MS = 20_000;

/** What a tab hears beside the stream's own events. */
export type StreamSays =
  | LiveEvent
  /** Another tab holds the stream: what it told before this one listened is unknown. */
  | Readonly<{ kind: "joined" }>
  | Readonly<{ kind: "lost" }>
  /** It can't be followed any more: signed out, or not to be seen. */
  | Readonly<{ kind: "refused"; status: number }>;

type Shared = Readonly<{ says: StreamSays; id: string | null }>;

/**
 * Follows a stream of live events together with all tabs of this browser: one of those that are looked at holds it and tells
 * the others. A connection that breaks is taken up again where it ended.
 *
 * @param address of the stream; also its name among the tabs, together with `person`
 * @param hear is told everything, in the tab that holds the stream and in those that don't
 * @returns ends it
 */
export function shareStream(
  { address, person }: Readonly<{ address: string; person: string }>,
  hear: (says: StreamSays) => void,
): () => void {
  const name = `plumbline.live/${person}${address}`;
  const channel = new BroadcastChannel(name);
  const ended = new AbortController();
  let turn: AbortController | null = null;
  let lastId: string | null = null;

  const take = ({ says, id }: Shared) => {
    lastId = id ?? lastId;
    if (!ended.signal.aborted) hear(says);
  };
  const tell = (says: StreamSays, id: string | null = null) => {
    if (ended.signal.aborted) return;
    take({ says, id });
    channel.postMessage({ says, id } satisfies Shared);
  };
  channel.onmessage = ({ data }: MessageEvent<Shared>) => take(data);

  /** Waits for its turn to hold the stream, and holds it until it is hidden. */
  const follow = async () => {
    if (turn || document.visibilityState === "hidden") return;
    const mine = new AbortController();
    turn = mine;
    const hold = () => holdStream(address, () => lastId, tell, mine.signal);
    const free = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await hold();
      return lock !== null;
    });
    if (!free && !mine.signal.aborted) {
      hear({ kind: "joined" });
      await navigator.locks.request(name, { signal: mine.signal }, hold).catch(() => {}); // given up before its turn
    }
    if (turn === mine) turn = null;
  };
  const rest = () => {
    turn?.abort();
    turn = null;
  };
  const seenOrHidden = () => {
    if (document.visibilityState === "hidden") rest();
    else void follow();
  };
  document.addEventListener("visibilitychange", seenOrHidden);
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", seenOrHidden);
  void follow();
  return () => {
    ended.abort();
    rest();
    channel.close();
    document.removeEventListener("visibilitychange", seenOrHidden);
    window.removeEventListener("pagehide", rest);
    window.removeEventListener("pageshow", seenOrHidden);
  };
}

type Tell = (says: StreamSays, id?: string | null) => void;

/** Reads the stream until the signal, and connects again whenever it breaks. */
async function holdStream(address: string, lastId: () => string | null, tell: Tell, signal: AbortSignal) {
  let attempts = 0;
  while (!signal.aborted) {
    const status = await readStream(address, lastId(), signal, ({ event, id }) => {
      attempts = 0;
      tell(event, id);
    });
    if (signal.aborted) return;
    if (status === 401 || status === 403 || status === 404) {
      tell({ kind: "refused", status });
      return;
    }
    tell({ kind: "lost" });
    const wait = RETRY_MS[Math.min(attempts++, RETRY_MS.length - 1)] ?? 0;
    // Not all at once after a restart.
    await pause(wait * (0.5 + Math.random()), signal);
  }
}

/** @returns the status with which it ended: 200 for one that ran, 0 without a connection */
async function readStream(
  address: string,
  lastId: string | null,
  signal: AbortSignal,
  take: (read: ReadLiveEvent) => void,
): Promise<number> {
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(), SILENT_MS);
  };
  heard();
  try {
    const response = await fetch(address, {
      headers: { Accept: "text/event-stream", ...(lastId === null ? {} : { "Last-Event-ID": lastId }) },
      cache: "no-store",
      signal: AbortSignal.any([signal, silent.signal]),
    });
    if (!response.ok || !response.body) return response.status;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const read = liveEventReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 200;
      heard();
      for (const one of read(value)) take(one);
    }
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits, but no longer than until the connection is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener("online", go);
    signal.addEventListener("abort", go);
  });
}
