import { applyOutcomes } from "@/lib/core/walk/answering";
import { entryOf, type StoredAnswer } from "@/lib/core/walk/entry";
import {
  bytesOf,
  release,
  type SaveQueue,
  type SaveRequest,
  type SaveResult,
  settle,
  takeBatch,
} from "@/lib/core/walk/save-queue";
import { noteServerTime, serverNow } from "../server-clock";
import type { Link } from "./walk-state";
import type { WalkStore } from "./walk-store";

/** Waits between attempts while the server doesn't answer. */
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** How long a note may grow before it is sent: a pause in typing. */
const PAUSE_MS = 1_500;
const TIMEOUT_MS = 30_000;
/** Why one change alone isn't taken. */
const TOO_LARGE = "This is longer than the network lets through. Shorten the note.";
/** Above this a browser refuses a request that is to be finished after the page is gone. */
const KEEPALIVE_BYTES = 60_000;

/**
 * Sends what waits, in order, one request at a time, as soon as something waits; again after a pause where there is no
 * connection or the server fails. Stops while signed out.
 * @returns ends it
 */
export function sendChanges(store: WalkStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;
  /** Bytes of a request's changes, once something on the way took less than the server does. */
  let most: number | undefined;
  let seen = store.get().answering.queue;
  let seenLink = store.get().link;
  /** The field was left: what is heard of its last letters after that waits for no pause. */
  let left = false;

  const wake = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(pump, delay);
  };

  const pump = async (): Promise<void> => {
    const batch = takeBatch(store.get().answering.queue, most);
    if (!batch || store.get().link === "signed-out") return;
    left = false;
    clearTimeout(timer);
    seen = batch.queue;
    store.put({ answering: { ...store.get().answering, queue: batch.queue } });
    const answer = await outcomeOf(store, batch);
    if (answer.kind === "smaller") {
      most = Math.floor(bytesOf(batch.request.changes) / 2);
      const { answering } = store.get();
      store.put({ answering: { ...answering, queue: release(answering.queue) } });
      return pump();
    }
    if (answer.kind === "later") {
      store.set(({ answering }) => ({
        answering: { ...answering, queue: release(answering.queue) },
        link: answer.link,
      }));
      if (answer.link !== "signed-out") wake(RETRY_MS[Math.min(attempts++, RETRY_MS.length - 1)] ?? 0);
      return;
    }
    attempts = 0;
    const { queue } = store.get().answering;
    const settled = settle(queue, answer.results);
    const reason = answer.refused ?? "This can’t be answered here.";
    store.set((state) => ({
      answering: applyOutcomes(state.answering, settled.queue, settled.outcomes, reason),
      link: "online",
      ...(settled.outcomes.some(({ kind }) => kind === "saved") ? { savedAt: serverNow() } : {}),
    }));
    if (settled.outcomes.every(({ kind }) => kind === "saved")) return;
    const telling = await loadTelling();
    telling?.tellOutcomes(store, settled.outcomes);
    if (answer.refused !== undefined) await telling?.readStanding(store);
  };

  const unfollow = store.follow(() => {
    const { link, answering } = store.get();
    const { queue } = answering;
    if (queue === seen && link === seenLink) return;
    seen = queue;
    seenLink = link;
    if (queue.items.length > 0 && link === "online") wake(isBeingTyped(queue) && !left ? PAUSE_MS : 0);
  });
  const retry = () => {
    attempts = 0;
    if (store.get().answering.queue.items.length > 0) wake(0);
  };
  const seenOrHidden = () => {
    if (document.visibilityState === "hidden") void pump();
    else retry();
  };
  const fieldLeft = () => {
    if (store.get().link !== "online" || store.get().answering.queue.items.length === 0) return;
    left = true;
    wake(0);
  };
  const offline = () => store.set({ link: store.get().link === "signed-out" ? "signed-out" : "offline" });
  const online = () => {
    if (store.get().link !== "signed-out") store.set({ link: "online" });
    retry();
  };
  window.addEventListener("online", online);
  window.addEventListener("offline", offline);
  document.addEventListener("visibilitychange", seenOrHidden);
  document.addEventListener("focusout", fieldLeft);
  return () => {
    clearTimeout(timer);
    unfollow();
    window.removeEventListener("online", online);
    window.removeEventListener("offline", offline);
    document.removeEventListener("visibilitychange", seenOrHidden);
    document.removeEventListener("focusout", fieldLeft);
  };
}

/** Whether all that waits is one note that may grow yet. */
function isBeingTyped({ items }: SaveQueue): boolean {
  const [only, ...others] = items;
  const note = only?.how === "hand" && only.changes.length === 1 && only.changes[0]?.note !== undefined;
  return note && others.length === 0 && !only.sent;
}

type Sending = Exclude<ReturnType<typeof takeBatch>, null>;
type Came =
  | Readonly<{ kind: "results"; results: readonly SaveResult[]; refused?: string }>
  | Extract<Posted, { kind: "later" | "smaller" }>;

/** Nobody needs it as long as all is saved. What it says stands beside the answers too, so that it may be out of reach. */
const loadTelling = () => import("./tell-outcomes").catch(() => null);

/** Sends a batch. Of what is refused, what was saved at an earlier try counts as saved. */
async function outcomeOf(store: WalkStore, { queue, request }: Sending): Promise<Came> {
  const posted = await post(`${store.api}/answers`, request);
  if (posted.kind === "results") {
    const missing = posted.results.flatMap(({ criterion, result }) => (result === "not-found" ? [criterion] : []));
    if (missing.length === 0) return posted;
    return { ...posted, refused: await (await loadTelling())?.whyNot(store, missing) };
  }
  if (posted.kind !== "refused") return posted;
  const changes = queue.items.slice(0, queue.inFlight).flatMap((item) => item.changes);
  try {
    const { readSaved } = await import("./read-saved");
    const results = await readSaved(store, changes);
    return results ? { kind: "results", results, refused: posted.reason } : { kind: "later", link: "failing" };
  } catch {
    return { kind: "later", link: "offline" };
  }
}

type Posted =
  | Readonly<{ kind: "results"; results: readonly SaveResult[] }>
  | Readonly<{ kind: "later"; link: Exclude<Link, "online"> }>
  /** Too much for something on the way, and not one change alone. */
  | Readonly<{ kind: "smaller" }>
  | Readonly<{ kind: "refused"; reason: string }>;

async function post(path: string, request: SaveRequest): Promise<Posted> {
  const body = JSON.stringify(request);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: bytesOf(request.changes) < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    noteServerTime(response.headers.get("date"));
    if (response.status === 401) return { kind: "later", link: "signed-out" };
    if (response.status >= 500 || response.status === 429) return { kind: "later", link: "failing" };
    if (response.status === 413) {
      return request.changes.length > 1 ? { kind: "smaller" } : { kind: "refused", reason: TOO_LARGE };
    }
    const content: Readonly<{ results?: readonly Stored[]; title?: string }> = await response.json();
    if (!response.ok) return { kind: "refused", reason: content.title ?? "The server refused this." };
    const results = (content.results ?? []).map(({ current, saved, ...rest }) => ({
      ...rest,
      current: current ? entryOf(current) : null,
      ...(typeof saved === "number" ? { saved } : {}),
    }));
    return { kind: "results", results };
  } catch (error) {
    // What is no JSON came from something on the way: there is a connection, and it helps nobody.
    return { kind: "later", link: error instanceof SyntaxError ? "failing" : "offline" };
  }
}

type Stored = Readonly<{
  criterion: string;
  result: SaveResult["result"];
  current?: StoredAnswer | null;
  saved?: number | null;
}>;
