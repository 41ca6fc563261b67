import { type LiveEvent, liveEventReader } from "../../lib/core/live/live-event";

/** One live stream as a client reads it. */
export type LiveClient = Readonly<{
  status: number;
  /** Everything heard so far, as text: for what must not be in it. */
  text: () => string;
  events: () => readonly LiveEvent[];
  lastId: () => string | null;
  /** Waits for an event; fails after `ms`. */
  until: (is: (event: LiveEvent) => boolean, ms?: number) => Promise<LiveEvent>;
  /** Settles when the server ends the stream. */
  over: Promise<void>;
  leave: () => void;
}>;

/** Opens the stream of an assessment. */
export async function openLive(address: string, cookie: string, lastId?: string): Promise<LiveClient> {
  const leaving = new AbortController();
  const response = await fetch(address, {
    headers: { cookie, ...(lastId ? { "Last-Event-ID": lastId } : {}) },
    signal: leaving.signal,
  });
  let heard = "";
  let last: string | null = null;
  const events: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  const read = liveEventReader();
  const over = (async () => {
    const text = new TextDecoder();
    try {
      for await (const bytes of response.body ?? []) {
        const piece = text.decode(bytes, { stream: true });
        heard += piece;
        for (const { event, id } of read(piece)) {
          events.push(event);
          last = id ?? last;
        }
        for (const look of waiting) look();
      }
    } catch {
      // left, or the server is gone
    }
  })();
  return {
    status: response.status,
    text: () => heard,
    events: () => events,
    lastId: () => last,
    until: (is, ms = 15_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not heard within ${ms} ms, only:\n${heard}`)), ms);
        const look = () => {
          const found = events.find(is);
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    over,
    leave: () => leaving.abort(),
  };
}
