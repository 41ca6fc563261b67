"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useEffect } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumberOf } from "@/lib/core/words/format";
import { FilterLine } from "../filter-line";
import { loadAllTexts } from "../store/load-texts";
import { setView } from "../store/move-actions";
import { clearSelection, moveRow, selectAll, tableRows, toggleRow } from "../store/table-actions";
import type { WalkStore } from "../store/walk-store";
import { tableKeys } from "../table-keys";
import { useWalk, useWalkState, useWalkValue } from "../walk-context";
import { BulkBar } from "./bulk-bar";
import { runInTable } from "./run-in-table";
import { TableGroup } from "./table-group";
import { COLUMNS } from "./table-row";

const PAGE = 12;

/** The whole questionnaire, a line for each criterion. Answers by the keys of the walk, for one row or for all selected. */
export function TableView() {
  const store = useWalk();
  const { shown } = useWalkState("shown");
  const stop = useWalkValue(() => tableStop(store));
  useEffect(() => {
    document.title = "All criteria · Plumbline";
    void loadAllTexts(store);
    tableKeys.run = runInTable;
    return () => {
      tableKeys.run = null;
    };
  }, [store]);
  const count = shown === null ? store.places.reduce((sum, { topic }) => sum + topic.criteria.length, 0) : shown.size;
  return (
    <main className="flex min-w-0 flex-col px-5 pt-4 max-sm:px-2">
      <FilterLine />
      <h2 className="sr-only">All criteria</h2>
      {count === 0 ? (
        <EmptyState title="Nothing fits">No criterion in scope fits all filters that are on.</EmptyState>
      ) : (
        <div
          role="grid"
          aria-label={`${formatNumberOf(count, "criterion", "criteria")} by topic and stage`}
          aria-multiselectable="true"
          aria-describedby="table-keys"
          onKeyDown={(event) => onKeyDown(store, event)}
        >
          <div role="rowgroup" className="sticky top-15 z-5 bg-surface max-md:top-12 max-md:hidden">
            <div
              role="row"
              className={clsx(COLUMNS, "border-b border-line-strong px-1.5 pb-1 text-small font-medium text-ink-2")}
            >
              {["Select", "Stage", "Criterion", "Answer", "Coverage", "Evidence", "Who", "When"].map((name, index) => (
                <span key={name} role="columnheader" className={index > 5 ? "max-[88rem]:hidden" : ""}>
                  <span className={index === 0 ? "sr-only" : ""}>{name}</span>
                </span>
              ))}
            </div>
          </div>
          {store.places.map((place) => (
            <TableGroup key={place.topic.id} place={place} stopsFirst={place.topic.id === stop} />
          ))}
        </div>
      )}
      <BulkBar />
    </main>
  );
}

/** The topic whose first row Tab reaches, where no row that is shown has the focus. */
function tableStop(store: WalkStore): string | null {
  const { focused, shown } = store.get();
  if (focused && (shown === null || shown.has(focused))) return null;
  const first = tableRows(store)[0];
  return first
    ? (store.places.find(({ topic }) => topic.criteria.some(({ id }) => id === first))?.topic.id ?? null)
    : null;
}

/** What the table does with keys besides those of the walk. */
function onKeyDown(store: WalkStore, event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.closest("input:not([type=checkbox]), button, form")) return;
  if (run(store, event)) event.preventDefault();
}

function run(store: WalkStore, { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const { focused, selected } = store.get();
  if (altKey) return false;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== "a" || shiftKey) return false;
    selectAll(store);
    return true;
  }
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -Infinity, End: Infinity }[key];
  if (by !== undefined) {
    moveRow(store, by, shiftKey ? "extend" : "move");
    return true;
  }
  if (shiftKey) return false;
  if (key === " " && focused) toggleRow(store, focused);
  else if (key === "Enter") setView(store, "topic");
  else if (key === "Escape" && selected.size > 0) clearSelection(store);
  else return false;
  return true;
}
