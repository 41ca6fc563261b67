import { followLive } from "./follow-live";
import { tellPresence } from "./tell-presence";
import type { WalkStore } from "./walk-store";

/** Hears what others do, and tells them where this person is. @returns ends it */
export function followOthers(store: WalkStore): () => void {
  const ends = [followLive(store), tellPresence(store)];
  return () => {
    for (const end of ends) end();
  };
}
