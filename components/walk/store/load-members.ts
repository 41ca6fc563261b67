import { send } from "@/components/forms/send";
import type { WalkPerson } from "@/lib/core/walk/walk-person";
import type { WalkStore } from "./walk-store";

const underWay = new WeakSet<WalkStore>();

/** Fetches who belongs to the organization, once; again after it failed. */
export async function loadMembers(store: WalkStore): Promise<void> {
  if (underWay.has(store) || store.get().members) return;
  underWay.add(store);
  const sent = await send<readonly WalkPerson[]>(`${store.api}/people`, undefined, "GET");
  underWay.delete(store);
  if (!sent.ok) return;
  const names = Object.fromEntries(sent.data.map(({ id, name }) => [id, name]));
  store.set((state) => ({ members: sent.data, names: { ...state.names, ...names } }));
}
