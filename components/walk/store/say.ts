import type { WalkStore } from "./walk-store";

/** Tells screen readers. */
export function say(store: WalkStore, text: string): void {
  store.set({ said: { text } });
}
