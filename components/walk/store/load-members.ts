import { send } from "@/components/forms/send";
import type { WalkPerson } from "@/lib/core/walk/walk-person";
import type { WalkStore } from "./walk-store";

const underWay = new WeakMap<WalkStore, Promise<void>>();

/** Fetches who belongs to the organization, once; again after it failed. */
export function loadMembers(store: WalkStore): Promise<void> {
  if (store.get().members) return Promise.resolve();
  const loading = underWay.get(store) ?? load(store).finally(() => underWay.delete(store));
  underWay.set(store, loading);
  return loading;
}

async function load(store: WalkStore): Promise<void> {
  const sent = await send<readonly WalkPerson[]>(`${store.api}/people`, undefined, "GET");
  if (!sent.ok) return;
  const names = Object.fromEntries(sent.data.map(({ id, name }) => [id, name]));
  store.set((state) => ({ members: sent.data, names: { ...state.names, ...names } }));
}
