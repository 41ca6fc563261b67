import type { Filters } from "@/lib/core/walk/filters";
import { firstToAnswer, nextUnanswered } from "@/lib/core/walk/next-unanswered";
import { loadTexts } from "./load-texts";
import { say } from "./say";
import type { FocusWish, View } from "./walk-state";
import type { WalkStore } from "./walk-store";

type Options = Readonly<{
  criterion?: string | null;
  part?: FocusWish["part"];
}>;

/** Goes to a topic without loading a page. The focus goes to its first unanswered criterion unless one is named. */
export function go(store: WalkStore, topic: string, { criterion, part = "answers" }: Options = {}): void {
  const place = store.places.find((one) => one.topic.id === topic);
  if (!place) return;
  const answers = store.answers();
  const focused = criterion === undefined ? firstToAnswer(place.topic, (id) => answers.has(id)) : criterion;
  const moved = store.get().topic !== topic;
  store.set(({ filters }) => ({
    topic,
    focused,
    adding: false,
    wish: { criterion: focused, part: focused ? part : "heading" },
    ...(moved ? { strip: null, ghost: null, shown: store.fitting(filters) } : {}),
  }));
  loadTexts(store, place.pillar.id);
  if (moved) {
    const open =
      store
        .rows()
        .flatMap((row) => row.topics)
        .find((row) => row.topic.id === topic)?.open ?? 0;
    say(store, `${place.topic.title}. Topic ${place.index + 1} of ${place.pillar.topics.length}. ${open} open.`);
  }
}

/** Takes note of where the focus went. */
export function focusOn(store: WalkStore, criterion: string | null): void {
  if (store.get().focused !== criterion) store.set({ focused: criterion, adding: false });
}

/** The previous or next criterion that is shown; from none, the first or last. */
export function moveCriterion(store: WalkStore, by: 1 | -1): void {
  const { focused, shown: fitting } = store.get();
  const shown = shownCriteria(store, fitting);
  const at = focused ? shown.indexOf(focused) : -1;
  const to = at < 0 ? (by === 1 ? 0 : shown.length - 1) : at + by;
  const criterion = shown[to];
  if (criterion) store.set({ focused: criterion, adding: false, wish: { criterion, part: "answers" } });
}

/** The previous or next topic, across pillars; with a filter on only those with something that fits. */
export function moveTopic(store: WalkStore, by: 1 | -1): void {
  const to = neighbour(store, by);
  if (to) go(store, to);
}

/** The topic before or after; null at the ends. */
export function neighbour(store: WalkStore, by: 1 | -1): string | null {
  const { topic, shown } = store.get();
  const at = store.places.findIndex((place) => place.topic.id === topic);
  for (let index = at + by; index >= 0 && index < store.places.length; index += by) {
    const place = store.places[index];
    if (place && (!shown || place.topic.criteria.some(({ id }) => shown.has(id)))) return place.topic.id;
  }
  return null;
}

export function goNextUnanswered(store: WalkStore): void {
  const { topic, focused } = store.get();
  const answers = store.answers();
  const { outline, profile } = store.data;
  const found = nextUnanswered(outline, profile, (id) => answers.has(id), { topic, criterion: focused });
  if (found) go(store, found.topic, { criterion: found.criterion });
  else store.set({ strip: { text: "Every criterion in scope has an answer.", actions: [] } });
}

/** Leaves the criterion: keys and panel then speak of the topic. */
export function leave(store: WalkStore): void {
  store.set({ focused: null, wish: { criterion: null, part: "heading" } });
}

/** Sets the filters. What is shown is fixed then, so that an answer doesn't make its row vanish. */
export function setFilters(store: WalkStore, filters: Filters): void {
  store.set({ filters, shown: store.fitting(filters), selected: new Set(), bulk: null });
}

/** Criteria of the topic that are shown. */
export function shownCriteria(store: WalkStore, shown: ReadonlySet<string> | null): readonly string[] {
  const ids = store.place().topic.criteria.map(({ id }) => id);
  return shown ? ids.filter((id) => shown.has(id)) : ids;
}

/** Shows the questionnaire another way; the place stays. */
export function setView(store: WalkStore, view: View): void {
  if (store.get().view === view) return;
  store.set(({ filters, focused }) => ({
    view,
    sheet: null,
    selected: new Set(),
    bulk: null,
    shown: store.fitting(filters),
    wish: { criterion: focused, part: focused ? "answers" : "heading" },
  }));
  if (view !== "table") loadTexts(store, store.place().pillar.id);
}
