import type { WalkStore } from "./walk-store";

/** The others forget who gave no sign for 25 s. */
const BEAT_MS = 10_000;

/**
 * Tells the others on which topic this tab is, as long as it is looked at.
 * @returns ends it
 */
export function tellPresence(store: WalkStore): () => void {
  const tab = crypto.randomUUID();
  let topic = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const beat = (place: string) => {
    clearTimeout(timer);
    topic = place;
    if (store.get().link === "signed-out") return;
    fetch(`${store.api}/presence`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ tab, place }),
      keepalive: true,
    }).catch(() => {}); // the next one tells it
  };
  const here = () => {
    if (document.visibilityState === "hidden") return;
    beat(store.get().topic);
    timer = setTimeout(here, BEAT_MS);
  };
  const gone = () => beat("gone");
  const seenOrHidden = () => (document.visibilityState === "hidden" ? gone() : here());
  const unfollow = store.follow(() => {
    if (store.get().topic !== topic) here();
  });
  document.addEventListener("visibilitychange", seenOrHidden);
  window.addEventListener("pagehide", gone);
  here();
  return () => {
    gone();
    clearTimeout(timer);
    unfollow();
    document.removeEventListener("visibilitychange", seenOrHidden);
    window.removeEventListener("pagehide", gone);
  };
}
