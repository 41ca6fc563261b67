"use client";

import { useSyncExternalStore } from "react";

/** The part of the address that names the result; a question is named by its topic, the beginning by nothing. */
export const RESULT = "result";

const listeners = new Set<() => void>();

/** Where in the quick check the address stands. The part after # never leaves the browser. */
export function usePlace(): string {
  return useSyncExternalStore(
    subscribe,
    () => decodeURIComponent(window.location.hash.slice(1)),
    () => "",
  );
}

/** Goes there, with a step in the browser's history. */
export function goTo(place: string): void {
  window.history.pushState(null, "", place ? `#${place}` : window.location.pathname);
  window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  window.addEventListener("hashchange", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
    window.removeEventListener("hashchange", listener);
  };
}
