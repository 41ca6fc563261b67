import { AsyncLocalStorage } from "node:async_hooks";
import { adoptKept } from "../../components/walk/store/keep-changes";
import { readChanges } from "../../components/walk/store/read-changes";
import { sendChanges } from "../../components/walk/store/send-changes";
import { createWalkStore, type WalkStore } from "../../components/walk/store/walk-store";
import { EVERYTHING } from "../../lib/core/live/live-changes";
import { unsaved } from "../../lib/core/walk/answering";
import { readKept, writeKept } from "../../lib/core/walk/kept";
import type { WalkData } from "../../lib/core/walk/walk-data";
import type { Random } from "./random";

/** What the server told a client that it saved. */
export type Acknowledged = Readonly<{ criterion: string; version: number; status: string | null; note: string }>;

/** One person's open walk: the page's own store and queue, over a network that fails as it is told to. */
export type FaultyClient = {
  readonly person: string;
  readonly acknowledged: Acknowledged[];
  /** Answers of which an older version was shown after a newer one. */
  readonly wentBack: string[];
  readonly store: () => WalkStore;
  /** Runs as this client: its requests are its own. */
  readonly as: <T>(work: () => T) => T;
  readonly offline: (now: boolean) => void;
  /** Reads what the others did. */
  readonly hear: () => Promise<unknown>;
  /** Closes the tab and opens it again, on what the server says then. */
  readonly reload: (data: WalkData) => void;
  /** What a person does by going on: leaves the field, comes back online. */
  readonly nudge: () => void;
  readonly end: () => void;
};

type Options = Readonly<{ origin: string; cookie: string; random: Random; data: WalkData; faults: () => boolean }>;

type Network = Readonly<{ request: (path: string, init?: RequestInit) => Promise<Response> }>;
const speaking = new AsyncLocalStorage<Network>();

/** Makes `fetch` that of whichever client is at work. */
export function installClients(): void {
  globalThis.fetch = new Proxy(globalThis.fetch, {
    apply: (real, self, [path, init]: [string, RequestInit?]) =>
      speaking.getStore()?.request(path, init) ?? Reflect.apply(real, self, [path, init]),
  });
}

export function openClient({ origin, cookie, random, data, faults }: Options): FaultyClient {
  const real = globalThis.fetch;
  const acknowledged: Acknowledged[] = [];
  const wentBack: string[] = [];
  let isOffline = false;
  let windowLike = new EventTarget();
  let end = () => {};
  let store: WalkStore;
  let page = { closed: false };

  /** Lost before it arrived, late there or back, answered by a server in trouble, or answered without the answer coming back. */
  const request = async (of: { closed: boolean }, path: string, init?: RequestInit): Promise<Response> => {
    if (of.closed || isOffline || (faults() && random.chance(0.06))) throw new TypeError("no connection");
    if (faults()) await new Promise((resolve) => setTimeout(resolve, random.below(40)));
    const headers = { ...init?.headers, cookie, origin };
    const response = await speaking.exit(() => real(origin + path, { ...init, headers, keepalive: false }));
    if (faults()) await new Promise((resolve) => setTimeout(resolve, random.below(40)));
    if (faults() && random.chance(0.03)) return Response.json({}, { status: 503 });
    if (of.closed || isOffline || (faults() && random.chance(0.12))) throw new TypeError("the answer was lost");
    if (path.endsWith("/answers") && init?.method === "POST" && response.ok) note(await response.clone().json());
    return response;
  };
  const note = ({ results }: { results: readonly Told[] }) => {
    for (const { criterion, result, current, saved } of results) {
      if (result !== "saved" || !current) continue;
      // Where something newer stands, what was saved is known by its version alone.
      if (saved && saved !== current.version) continue;
      acknowledged.push({ criterion, version: current.version, status: current.status ?? null, note: current.note });
    }
  };
  const as = <T>(work: () => T): T => {
    const of = page;
    return speaking.run({ request: (path, init) => request(of, path, init) }, work);
  };

  const watch = (opened: WalkStore) => {
    let before = opened.get().answering.entries;
    opened.subscribe(() => {
      const { entries } = opened.get().answering;
      for (const [criterion, { version }] of before) {
        const now = entries.get(criterion)?.version ?? 0;
        if (now < version) wentBack.push(`${criterion} from ${version} to ${now}`);
      }
      before = entries;
    });
  };

  const open = (on: WalkData, kept: string | null) => {
    store = createWalkStore(on, on.outline.pillars[0]?.topics[0]?.id ?? "", undefined);
    watch(store);
    page.closed = true;
    page = { closed: false };
    const nowhere = {
      location: { pathname: "", search: "", hash: "" },
      history: { pushState() {}, replaceState() {} },
    };
    windowLike = Object.assign(new EventTarget(), nowhere);
    Object.assign(globalThis, {
      window: windowLike,
      document: Object.assign(new EventTarget(), { visibilityState: "visible" }),
    });
    as(() => {
      end = sendChanges(store);
      if (kept !== null) adoptKept(store, readKept(kept));
    });
  };
  open(data, null);

  return {
    person: data.me.id,
    acknowledged,
    wentBack,
    store: () => store,
    as,
    offline: (now) => {
      isOffline = now;
      as(() => windowLike.dispatchEvent(new Event(now ? "offline" : "online")));
    },
    hear: () => as(() => readChanges(store, EVERYTHING)),
    reload: (on) => {
      const kept = writeKept({ items: unsaved(store.get().answering), typed: [] });
      end();
      open(on, kept);
    },
    nudge: () => as(() => windowLike.dispatchEvent(new Event("online"))),
    end: () => end(),
  };
}

type Told = Readonly<{
  criterion: string;
  result: string;
  saved?: number | null;
  current?: Readonly<{ version: number; status?: string; note: string }>;
}>;
