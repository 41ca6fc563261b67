import type { Filters } from "@/lib/core/walk/filters";
import { firstToAnswer, nextUnanswered } from "@/lib/core/walk/next-unanswered";
import type { OutlineTopic } from "@/lib/core/walk/outline";
import { loadTexts } from "./load-texts";
import { say } from "./say";
import type { FocusWish, View, WalkState } from "./walk-state";
import type { WalkStore } from "./walk-store";

type Options = Readonly<{
  criterion?: string | null;
  part?: FocusWish["part"];
}>;

/**
 * Goes to a topic without loading a page. The focus goes to its first unanswered criterion that is shown unless one is
 * named; the one that is named is shown whatever the filters say.
 */
export function go(store: WalkStore, topic: string, { criterion, part = "answers" }: Options = {}): void {
  const place = store.places.find((one) => one.topic.id === topic);
  if (!place) return;
  const { topic: from, filters, shown: before, selected } = store.get();
  const moved = from !== topic;
  const shown = including(moved ? store.fitting(filters) : before, criterion ?? null);
  const focused = criterion === undefined ? firstShown(store, place.topic, shown) : criterion;
  store.set({
    topic,
    focused,
    shown,
    adding: false,
    wish: { criterion: focused, part: focused ? part : "heading" },
    ...(moved ? { strip: null, ghost: null } : {}),
    // What is selected is answered together: none of it out of sight.
    ...(moved && shown ? { selected: new Set([...selected].filter((id) => shown.has(id))), bulk: null } : {}),
  });
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

/** With a filter on only among what is shown, here or once its topic is entered. */
export function goNextUnanswered(store: WalkStore): void {
  const { topic, focused, filters, shown } = store.get();
  const answers = store.answers();
  const { outline, profile } = store.data;
  const fitting = store.fitting(filters);
  const isDone = (id: string) => answers.has(id) || !(isIn(shown, id) || isIn(fitting, id));
  const found = nextUnanswered(outline, profile, isDone, { topic, criterion: focused });
  if (found) {
    go(store, found.topic, { criterion: found.criterion });
    return;
  }
  const text = fitting
    ? "Every criterion that fits the filter has an answer."
    : "Every criterion in scope has an answer.";
  store.set({ strip: { text, actions: [] } });
}

/** Leaves the criterion: keys and panel then speak of the topic. */
export function leave(store: WalkStore): void {
  store.set({ focused: null, wish: { criterion: null, part: "heading" } });
}

/**
 * Sets the filters. What is shown is fixed then, so that an answer doesn't make its row vanish. A focus that they hide
 * goes to what is shown of the topic.
 */
export function setFilters(store: WalkStore, filters: Filters): void {
  const { focused, shown: before } = store.get();
  const shown = store.fitting(filters);
  // Where nothing was shown, nobody has left a criterion either.
  const stays = focused ? isIn(shown, focused) : shownCriteria(store, before).length > 0;
  store.set({
    filters,
    shown,
    selected: new Set(),
    bulk: null,
    ...(stays ? {} : { focused: firstShown(store, store.place().topic, shown), adding: false }),
  });
}

type Shown = WalkState["shown"];

/** Criteria of the topic that are shown. */
export function shownCriteria(store: WalkStore, shown: Shown): readonly string[] {
  return shownOf(store.place().topic, shown);
}

/** Whether a criterion is among what is shown: nothing is done to what isn't. */
export function isShown(store: WalkStore, criterion: string): boolean {
  return isIn(store.get().shown, criterion);
}

function shownOf({ criteria }: OutlineTopic, shown: Shown): readonly string[] {
  return criteria.flatMap(({ id }) => (isIn(shown, id) ? [id] : []));
}

function firstShown(store: WalkStore, topic: OutlineTopic, shown: Shown): string | null {
  const answers = store.answers();
  return firstToAnswer(shownOf(topic, shown), (id) => answers.has(id));
}

function isIn(shown: Shown, criterion: string): boolean {
  return shown === null || shown.has(criterion);
}

function including(shown: Shown, criterion: string | null): Shown {
  return shown === null || criterion === null || shown.has(criterion) ? shown : new Set(shown).add(criterion);
}

/** Shows the questionnaire another way; the place stays, and so what has the focus stays in sight. */
export function setView(store: WalkStore, view: View): void {
  if (store.get().view === view) return;
  store.set(({ filters, focused }) => ({
    view,
    sheet: null,
    selected: new Set(),
    bulk: null,
    shown: including(store.fitting(filters), focused),
    wish: { criterion: focused, part: focused ? "answers" : "heading" },
  }));
  if (view !== "table") loadTexts(store, store.place().pillar.id);
}
