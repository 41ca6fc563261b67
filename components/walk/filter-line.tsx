"use client";

import { Button } from "@/components/ui/button";
import { filterCounts, filterWords, NO_FILTERS } from "@/lib/core/walk/filters";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";
import { setFilters } from "./store/move-actions";
import { useWalk, useWalkState, useWalkValue } from "./walk-context";

/** Which filters are on and how much is left, above what they narrow; nothing where none is. */
export function FilterLine() {
  const store = useWalk();
  const { filters } = useWalkState("filters");
  const left = useWalkValue(() =>
    filters.ids.length > 0 ? filterCounts(store.bits().values(), filters.ids).shown : 0,
  );
  if (filters.ids.length === 0) return null;
  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-2 text-note">
      <span className="min-w-0 flex-1 basis-56">
        Filter: {filterWords(filters, formatDay)} · {formatNumberOf(left, "criterion", "criteria")}
      </span>
      <Button size="small" aria-haspopup="dialog" onClick={() => store.set({ dialog: "filter" })}>
        Change
      </Button>
      <Button size="small" onClick={() => setFilters(store, NO_FILTERS)}>
        Show all
      </Button>
    </div>
  );
}
