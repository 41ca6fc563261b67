import { send } from "@/components/forms/send";
import type { TopicText } from "@/lib/core/walk/outline";
import type { WalkStore } from "./walk-store";

const underWay = new WeakMap<WalkStore, Set<string>>();

/** Fetches the words of a pillar's topics, once; the browser keeps them for the next time. */
export async function loadTexts(store: WalkStore, pillar: string): Promise<void> {
  const busy = underWay.get(store) ?? new Set();
  underWay.set(store, busy);
  if (busy.has(pillar) || hasTexts(store, pillar)) return;
  busy.add(pillar);
  const { outline, organization, contentHash } = store.data;
  const at = `/api/organizations/${organization.slug}/questionnaires/${outline.id}/${outline.version}/${contentHash}/${pillar}`;
  const sent = await send<readonly TopicText[]>(at, undefined, "GET");
  busy.delete(pillar);
  store.set(({ texts, missing }) => {
    const still = new Set(missing);
    if (!sent.ok) return { missing: still.add(pillar) };
    still.delete(pillar);
    return { texts: new Map([...texts, ...sent.data.map((text) => [text.id, text] as const)]), missing: still };
  });
}

/** Fetches everything that is missing, the current pillar first, one after the other. */
export async function loadAllTexts(store: WalkStore): Promise<void> {
  const current = store.place().pillar.id;
  await loadTexts(store, current);
  for (const { id } of store.data.outline.pillars) if (id !== current) await loadTexts(store, id);
}

function hasTexts(store: WalkStore, pillar: string): boolean {
  const { texts } = store.get();
  const topics = store.data.outline.pillars.find(({ id }) => id === pillar)?.topics ?? [];
  return topics.every((topic) => texts.has(topic.id));
}
