"use client";

import { showToast } from "@/components/ui/toast";
import { changeState, type Decided } from "@/lib/core/planning/change-state";
import type { ItemState } from "@/lib/core/planning/types";
import { STATE_WORDS } from "@/lib/core/words/roadmap";
import { useRoadmap } from "./roadmap-context";

/** Ways to decide something of an initiative: each is saved at once and can be taken back. */
export function useDecide(): Readonly<{
  /** Changes some of what is decided. */
  decide: (initiative: string, change: Partial<Decided>) => void;
  /** Changes the state, and the days with it. */
  setState: (initiative: string, state: ItemState) => void;
}> {
  const { store, data, titleOf } = useRoadmap();

  function save(initiative: string, next: Decided, said: string): void {
    const before = decidedOf(store.item(initiative));
    store.saveItem(initiative, next, () =>
      showToast({ text: said, action: { label: "Undo", run: () => store.saveItem(initiative, before) } }),
    );
  }

  return {
    decide: (initiative, change) => {
      const before = decidedOf(store.item(initiative));
      store.saveItem(initiative, { ...before, ...change });
    },
    setState: (initiative, state) => {
      const before = decidedOf(store.item(initiative));
      const next = changeState(before, state, data.today);
      save(initiative, next, `${titleOf(initiative)}: ${STATE_WORDS[state].toLowerCase()}`);
    },
  };
}

function decidedOf({ state, owner, startsOn, endsOn, note }: Decided): Decided {
  return { state, owner, startsOn, endsOn, note };
}
