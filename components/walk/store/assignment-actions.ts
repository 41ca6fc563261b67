import type { Sent } from "@/components/forms/send";
import type { AssignmentView } from "@/lib/core/walk/assignment";
import { request } from "./request";
import { say } from "./say";
import type { WalkStore } from "./walk-store";

/** Whom to ask for what, until when. */
export type AssignFields = Readonly<{ person: string; places: readonly string[]; due?: string; note: string }>;

type All = readonly AssignmentView[];

export async function assign(store: WalkStore, fields: AssignFields): Promise<Sent<All>> {
  const sent = await request<All>(store, "/assignments", fields);
  if (sent.ok) store.set({ assignments: sent.data });
  if (sent.ok) say(store, "Asked.");
  return sent;
}

export async function removeAssignment(store: WalkStore, { person, place }: AssignmentView): Promise<Sent<All>> {
  const sent = await request<All>(store, "/assignments", { person, place }, "DELETE");
  if (sent.ok) store.set({ assignments: sent.data });
  return sent;
}

/** Done, or not mine with the reason. */
export type Ending = Readonly<{ state: "handed-back" }> | Readonly<{ state: "returned"; note: string }>;

export async function endAssignment(store: WalkStore, { place }: AssignmentView, ending: Ending): Promise<Sent<All>> {
  const sent = await request<All>(store, "/assignments/mine", { place, ...ending }, "PATCH");
  if (!sent.ok) return sent;
  store.set({ assignments: sent.data });
  const left = sent.data.filter(({ person, state }) => person === store.data.me.id && state === "open").length;
  const done = ending.state === "handed-back" ? "Handed back." : "Returned.";
  const text = left === 0 ? `${done} Nothing else is asked of you here.` : `${done} ${left} more to go.`;
  store.set({ strip: { text, actions: [] } });
  return sent;
}
