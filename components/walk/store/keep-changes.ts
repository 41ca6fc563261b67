import { unsaved } from "@/lib/core/walk/answering";
import { type Kept, readKept, writeKept } from "@/lib/core/walk/kept";
import { typedKey } from "./walk-state";
import type { WalkStore } from "./walk-store";

const TAB_KEY = "plumbline.tab";
/** A reload's predecessor gives its lock back within this; a duplicated tab never does. */
const HANDOVER_MS = 1_000;

/**
 * Keeps on this device what isn't sent, and nothing else: under the person, the organization, the assessment and the
 * tab. A lock says which tabs live; what a closed one left is taken over and sent.
 * @returns ends it
 */
export function keepChanges(store: WalkStore): () => void {
  const { me, organization, assessment } = store.data;
  const prefix = `plumbline.walk/${me.id}/${organization.slug}/${assessment.slug}/`;
  const ended = new AbortController();
  let key: string | null = null;
  let written: readonly unknown[] = [];

  const write = () => {
    const { answering, typed } = store.get();
    const now = [answering.queue.items, answering.conflicts, answering.refusals, typed];
    if (key === null || now.every((value, index) => value === written[index])) return;
    written = now;
    const kept = { items: unsaved(answering), typed: [...typed.values()] };
    const keeps = put(key, kept);
    if (store.get().keeps !== keeps) store.set({ keeps });
  };
  const unsubscribe = store.subscribe(write);

  void claim(prefix, ended.signal).then(async (own) => {
    if (ended.signal.aborted) return;
    key = own;
    adoptKept(store, take(own));
    for (const other of keysUnder(prefix)) {
      if (other === own) continue;
      await navigator.locks.request(other, { ifAvailable: true }, async (lock) => {
        if (lock) adoptKept(store, take(other));
      });
    }
    write();
  });

  const warn = (event: BeforeUnloadEvent) => {
    const { answering, keeps } = store.get();
    if (!keeps && unsaved(answering).length > 0) event.preventDefault();
  };
  window.addEventListener("beforeunload", warn);
  return () => {
    ended.abort();
    unsubscribe();
    window.removeEventListener("beforeunload", warn);
  };
}

/** The key of this tab, locked until the tab is gone. */
async function claim(prefix: string, signal: AbortSignal): Promise<string> {
  const known = read(sessionStorage, TAB_KEY);
  for (const tab of known ? [known, crypto.randomUUID()] : [crypto.randomUUID()]) {
    if (await hold(prefix + tab, signal)) {
      attempt(() => sessionStorage.setItem(TAB_KEY, tab));
      return prefix + tab;
    }
  }
  return prefix + crypto.randomUUID();
}

function hold(name: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), HANDOVER_MS);
    navigator.locks
      .request(name, { signal: waiting.signal }, () => {
        clearTimeout(timer);
        resolve(true);
        if (signal.aborted) return undefined;
        return new Promise<void>((release) => signal.addEventListener("abort", () => release()));
      })
      .catch(() => resolve(false));
  });
}

/** What was kept goes before what was done since the page came. */
export function adoptKept(store: WalkStore, kept: Kept | null): void {
  if (!kept) return;
  store.set(({ answering, typed }) => {
    const { queue } = answering;
    const [flying, waiting] = [queue.items.slice(0, queue.inFlight), queue.items.slice(queue.inFlight)];
    const entries = kept.typed.map((entry) => [typedKey(entry), entry] as const);
    return {
      answering: { ...answering, queue: { ...queue, items: [...flying, ...kept.items, ...waiting] } },
      typed: new Map([...entries, ...typed]),
    };
  });
}

function take(key: string): Kept | null {
  const text = read(localStorage, key);
  attempt(() => localStorage.removeItem(key));
  return text === null ? null : readKept(text);
}

function put(key: string, kept: Kept): boolean {
  return attempt(() => {
    if (kept.items.length === 0 && kept.typed.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, writeKept(kept));
  });
}

function keysUnder(prefix: string): readonly string[] {
  const keys: string[] = [];
  attempt(() => keys.push(...Object.keys(localStorage).filter((key) => key.startsWith(prefix))));
  return keys;
}

function read(storage: Storage, key: string): string | null {
  let text: string | null = null;
  attempt(() => {
    text = storage.getItem(key);
  });
  return text;
}

/** Storage may be full, or switched off. */
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
