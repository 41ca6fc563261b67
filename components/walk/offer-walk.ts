import { offerToPalette, type PaletteEntry } from "@/components/palette/palette-store";
import { setSingleKeys, singleKeysOn } from "./single-keys";
import { undo } from "./store/answer-actions";
import { loadAllTexts } from "./store/load-texts";
import { go, goNextUnanswered, setView } from "./store/move-actions";
import type { WalkStore } from "./store/walk-store";
import { undoKey } from "./undo-key";

/** Gives the palette the walk's topics and criteria, which are at hand, and its actions. @returns takes them away */
export function offerWalk(store: WalkStore): () => void {
  return offerToPalette({
    outline: store.data.outline,
    texts: () => store.get().texts,
    subscribe: store.subscribe,
    load: () => void loadAllTexts(store),
    go: (topic, criterion) => go(store, topic, criterion ? { criterion } : {}),
    actions: actionsOf(store),
  });
}

function actionsOf(store: WalkStore): readonly PaletteEntry[] {
  const where = "Assessment";
  return [
    { id: "next", name: "Go to the next unanswered", where, shortcut: "G", run: () => goNextUnanswered(store) },
    { id: "filter", name: "Filter what is shown", where, shortcut: "F", run: () => store.set({ dialog: "filter" }) },
    { id: "table", name: "Show everything as a table", where, shortcut: "V", run: () => setView(store, "table") },
    { id: "topic", name: "Show one topic", where, run: () => setView(store, "topic") },
    { id: "workshop", name: "Hold a workshop", where, shortcut: "W", run: () => setView(store, "workshop") },
    { id: "undo", name: "Undo the last change", where, shortcut: undoKey(), run: () => undo(store) },
    { id: "keys", name: "Show all keys", where, shortcut: "?", run: () => store.set({ dialog: "keys" }) },
    { id: "single-keys", name: "Switch single keys on or off", where, run: () => setSingleKeys(!singleKeysOn()) },
  ];
}
