import { type StreamSays, shareStream } from "@/components/live/shared-stream";
import { changedBy, EVERYTHING, joinChanges, type LiveChanges } from "@/lib/core/live/live-changes";
import type { LiveNotice } from "@/lib/core/live/live-event";
import { TOLD } from "../../shell/use-notice-count";
import { loadMembers } from "./load-members";
import { putAnswers, readChanges } from "./read-changes";
import type { WalkStore } from "./walk-store";

/** How long to wait before what could not be read is asked for again, in ms. */
const AGAIN_MS = 2_000;

/** What isn't read with the answers: comments, and that this person was told something. */
function hearOthers(store: WalkStore, notices: readonly LiveNotice[]): void {
  const topics = notices.flatMap(({ topic, place }) =>
    topic === "comments" && typeof place === "string" ? [place] : [],
  );
  for (const topic of new Set(topics)) {
    if (topic === store.get().topic || store.get().comments.has(topic)) void readComments(store, topic);
  }
  const me = store.data.me.id;
  // A notice for very many goes without their names: anyone may be meant.
  const told = notices.some(({ topic, people }) => topic === "told" && (!Array.isArray(people) || people.includes(me)));
  if (told) window.dispatchEvent(new Event(TOLD));
}

async function readComments(store: WalkStore, topic: string): Promise<void> {
  const { loadComments } = await import("./comment-actions");
  await loadComments(store, topic);
}

/**
 * Keeps the walk at what stands: hears what others changed and reads it, and nothing else.
 * @returns ends it
 */
export function followLive(store: WalkStore): () => void {
  const { me } = store.data;
  let known = store.data.state;
  let waiting: LiveChanges | null = null;
  let reading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | null = null;

  const read = async () => {
    clearTimeout(timer);
    if (reading || !waiting) return;
    reading = true;
    const changes = waiting;
    waiting = null;
    const state = await readChanges(store, changes);
    reading = false;
    if (state === null) {
      waiting = joinChanges(changes, waiting);
      timer = setTimeout(read, AGAIN_MS);
      return;
    }
    if (state !== undefined) known = state;
    if (waiting) void read();
  };
  const want = (changes: LiveChanges | null) => {
    if (!changes) return;
    waiting = joinChanges(changes, waiting);
    void read();
  };

  const hear = (says: StreamSays) => {
    switch (says.kind) {
      case "hello":
        store.set({ live: "on" });
        if (!says.replayed && says.state !== known) want(EVERYTHING);
        return;
      case "notices": {
        if (says.told) putAnswers(store, says.told);
        const { entries } = store.get().answering;
        hearOthers(store, says.notices);
        const versionOf = (criterion: string) => entries.get(criterion)?.version ?? 0;
        return want(changedBy(says.notices, versionOf));
      }
      case "joined":
        store.set({ live: "on" });
        return want(EVERYTHING);
      case "reread":
        return want(EVERYTHING);
      case "presence":
        store.set({ people: says.people.filter(({ person }) => person !== me.id) });
        if (says.people.some(({ person }) => !(person in store.get().names))) void loadMembers(store);
        return;
      case "refused":
        store.set({ live: "off", people: [], ...(says.status === 401 ? { link: "signed-out" as const } : {}) });
        return;
      default:
        store.set({ live: "off" });
    }
  };

  const start = () => {
    stop ??= shareStream({ address: `${store.api}/live`, person: me.id }, hear);
  };
  let link = store.get().link;
  // Signed in again: everything begins anew, because nothing was told meanwhile.
  const unsubscribe = store.subscribe(() => {
    const before = link;
    link = store.get().link;
    if (before !== "signed-out" || link === "signed-out") return;
    stop?.();
    stop = null;
    start();
  });
  start();
  return () => {
    clearTimeout(timer);
    unsubscribe();
    stop?.();
  };
}
