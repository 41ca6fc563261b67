import { useEffect, useState, useSyncExternalStore } from "react";
import type { Said } from "@/lib/core/said/said";
import { saidNow } from "@/lib/core/said/saying";
import { createSaidStore, type SaidPlace } from "./said-store";

type Options = Readonly<{
  /** The route that takes `{ said }` by PUT. */
  to: string;
  /** Under which the device keeps what isn't sent. */
  keep: SaidPlace;
  stored: Readonly<Record<string, Said>>;
  /** Handed in: what was kept and never sent isn't what was said. */
  locked: boolean;
}>;

/** What somebody says on one page of questions, from what is stored on. */
export function useSaid({ to, keep, stored, locked }: Options) {
  const [store] = useState(() => createSaidStore(to, keep, stored));
  const { saying, saving } = useSyncExternalStore(store.subscribe, store.get, store.get);
  useEffect(() => (locked ? undefined : store.start()), [store, locked]);
  return { store, saying, saving, said: saidNow(saying) };
}
