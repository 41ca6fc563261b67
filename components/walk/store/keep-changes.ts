import { claimTab } from "@/components/device/claim-tab";
import { openVault, type Vault } from "@/components/device/vault";
import { unsaved } from "@/lib/core/walk/answering";
import { type Kept, readKept, writeKept } from "@/lib/core/walk/kept";
import { typedKey } from "./walk-state";
import type { WalkStore } from "./walk-store";

/**
 * Keeps on this device what isn't sent, and nothing else: sealed, under the person, the organization, the assessment and
 * the tab. A lock says which tabs live; what a closed one left is taken over and sent.
 * @returns ends it
 */
export function keepChanges(store: WalkStore): () => void {
  const { me, organization, assessment } = store.data;
  const prefix = `walk/${organization.slug}/${assessment.slug}/`;
  const lockOf = (name: string) => `plumbline.kept/${me.id}/${name}`;
  const ended = new AbortController();
  let place: Readonly<{ vault: Vault; name: string }> | null = null;
  let written: readonly unknown[] = [];
  let writing: Promise<void> = Promise.resolve();

  /** @returns when what stands now is kept */
  const write = (): Promise<void> => {
    const { answering, typed } = store.get();
    const now = [answering.queue.items, answering.conflicts, answering.refusals, typed];
    if (place === null || now.every((value, index) => value === written[index])) return writing;
    written = now;
    const kept = { items: unsaved(answering), typed: [...typed.values()] };
    const text = kept.items.length === 0 && kept.typed.length === 0 ? "" : writeKept(kept);
    writing = place.vault.write(place.name, text).then((keeps) => {
      if (store.get().keeps !== keeps) store.set({ keeps });
    });
    return writing;
  };
  const unsubscribe = store.subscribe(() => void write());

  const begin = async () => {
    const [vault, tab] = await Promise.all([openVault(me.id), claimTab(lockOf(prefix), ended.signal)]);
    if (ended.signal.aborted) return;
    if (!vault) return store.set({ keeps: false });
    const name = prefix + tab;
    adoptKept(store, await read(vault, name));
    place = { vault, name };
    await write();
    for (const { name: other } of vault.list()) {
      if (other === name || !other.startsWith(prefix)) continue;
      await navigator.locks.request(lockOf(other), { ifAvailable: true }, async (lock) => {
        if (!lock || ended.signal.aborted) return;
        adoptKept(store, await read(vault, other));
        // Here it is kept before it goes there.
        await write();
        await vault.write(other, "");
      });
    }
  };
  void begin();

  const warn = (event: BeforeUnloadEvent) => {
    const { answering, keeps } = store.get();
    if (unsaved(answering).length > 0 && (!keeps || place?.vault.busy())) event.preventDefault();
  };
  window.addEventListener("beforeunload", warn);
  return () => {
    ended.abort();
    unsubscribe();
    window.removeEventListener("beforeunload", warn);
  };
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

async function read(vault: Vault, name: string): Promise<Kept | null> {
  const kept = await vault.read(name);
  return kept && readKept(kept.text);
}
