import { readFilters, writeFilters } from "@/lib/core/walk/filters";
import { criterionSlug, topicPath } from "@/lib/core/walk/outline";
import { go, setFilters } from "./move-actions";
import { readView } from "./walk-state";
import type { WalkStore } from "./walk-store";

/** How long the focus rests before the address names its criterion: browsers limit how often it may change. */
const RESTS_MS = 400;

/**
 * Keeps the address at where the walk is, and the walk at where the browser goes back or forward to. In the beginning
 * completes the address and goes to the criterion that it names.
 * @returns ends it
 */
export function followAddress(store: WalkStore): () => void {
  const read = () => readAddress(store);
  read();
  if (!window.location.pathname.endsWith(topicPath(store.get().topic)))
    window.history.replaceState(null, "", addressOf(store, null));
  window.addEventListener("popstate", read);
  let last = store.get();
  let timer: ReturnType<typeof setTimeout>;
  const unfollow = store.follow(() => {
    const now = store.get();
    const { view, filters, topic, focused } = now;
    const moved = view !== last.view || filters !== last.filters || (view !== "table" && topic !== last.topic);
    if (!moved && focused === last.focused) return;
    last = now;
    clearTimeout(timer);
    if (moved) writeMove(store);
    else timer = setTimeout(() => writeFocus(store), RESTS_MS);
  });
  return () => {
    clearTimeout(timer);
    unfollow();
    window.removeEventListener("popstate", read);
  };
}

/** Goes to where the address points. */
function readAddress(store: WalkStore): void {
  if (!isHere(store)) return;
  const query = new URLSearchParams(window.location.search);
  const filters = readFilters({ show: query.get("show"), since: query.get("since") });
  const view = readView(query.get("view"));
  const now = store.get();
  if (view !== now.view) store.set({ view, sheet: null, selected: new Set(), bulk: null });
  if (JSON.stringify(filters) !== JSON.stringify(now.filters)) setFilters(store, filters);
  const [pillar, slug] = window.location.pathname.slice(store.home.length).split("/").filter(Boolean);
  const topic = pillar && slug ? `${pillar}.${slug}` : store.get().topic;
  const place = store.places.find((one) => one.topic.id === topic);
  const named = place?.topic.criteria.find(({ id }) => `#${criterionSlug(id)}` === window.location.hash);
  if (place && (named || topic !== store.get().topic)) go(store, topic, { criterion: named?.id });
}

/**
 * Writes where the walk is: another topic or view is a step to go back to, a filter is none. Next follows without
 * asking the server.
 */
function writeMove(store: WalkStore): void {
  const { pathname, search, hash } = window.location;
  if (!isHere(store)) return;
  const { topic, view, focused } = store.get();
  const address = addressOf(store, focused);
  if (address === pathname + search + hash) return;
  const elsewhere = view !== "table" && pathname !== `${store.home}/${topicPath(topic)}`;
  const otherwise = view !== readView(new URLSearchParams(search).get("view"));
  if (elsewhere || otherwise) window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

/**
 * Writes where the focus rests. By now Next may be fetching a page that was asked for meanwhile, and what it follows
 * makes it give that page up; a change that brings Next's own state along it leaves alone.
 */
function writeFocus(store: WalkStore): void {
  if (!isHere(store)) return;
  window.history.replaceState(window.history.state, "", addressOf(store, store.get().focused));
}

/** False for the moment in which the address is already that of the next page and the walk not yet taken away. */
function isHere({ home }: WalkStore): boolean {
  return window.location.pathname.startsWith(home);
}

/** Topic, view, filters and, if one is given, the criterion. */
function addressOf(store: WalkStore, criterion: string | null): string {
  const { topic, filters, view } = store.get();
  const query = new URLSearchParams({ ...(view === "topic" ? {} : { view }), ...writeFilters(filters) }).toString();
  const hash = criterion ? `#${criterionSlug(criterion)}` : "";
  // Commas of a list stay readable.
  return `${store.home}/${topicPath(topic)}${query ? `?${query.replaceAll("%2C", ",")}` : ""}${hash}`;
}
