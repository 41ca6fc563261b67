"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { FILTERS, filterCounts, NO_FILTERS, SINCE_SNAPSHOT, toggleFilter } from "@/lib/core/walk/filters";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";
import { setFilters } from "./store/move-actions";
import { useWalk, useWalkState } from "./walk-context";

/** What to show: several filters together, each with how many criteria it would leave. */
export function FilterDialog() {
  const store = useWalk();
  const { filters } = useWalkState("filters", "answering", "evidence");
  const id = useId();
  const { shown, each } = filterCounts(store.bits().values(), filters.ids);
  const { lastSnapshotAt } = store.data;
  // The row that had the focus may be gone by then, or stand for another criterion.
  const [fromRow] = useState(() => document.activeElement?.closest("[data-criterion], [data-row]") != null);
  const close = () =>
    store.set(({ focused }) => ({
      dialog: null,
      ...(fromRow ? { wish: { criterion: focused, part: focused ? "answers" : "heading" } } : {}),
    }));
  const fromSnapshot = filters.since === SINCE_SNAPSHOT;
  return (
    <Dialog
      open
      onClose={close}
      title="Filter"
      closeLabel="Close"
      size="small"
      actions={
        <>
          <p role="status" className="mr-auto self-center text-note text-ink-2">
            {formatNumberOf(shown, "criterion", "criteria")} shown
          </p>
          <Button disabled={filters.ids.length === 0} onClick={() => setFilters(store, NO_FILTERS)}>
            Show all
          </Button>
          <Button variant="primary" onClick={close}>
            Done
          </Button>
        </>
      }
    >
      <fieldset>
        <legend className="mb-1 text-note text-ink-2">
          Show what fits all that are ticked, in list and table alike.
        </legend>
        {FILTERS.map((one) => (
          <div key={one.id} className="border-b border-line py-1.5 last:border-b-0">
            <Checkbox
              checked={filters.ids.includes(one.id)}
              label={
                <span className="flex items-baseline justify-between gap-2.5">
                  {one.name} <span className="font-mono text-note text-ink-2">{each[one.id]}</span>
                </span>
              }
              hint={one.hint}
              onChange={() => setFilters(store, toggleFilter(filters, one.id))}
            />
            {one.id === "changed" && (
              <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 pl-6.5 text-note">
                <Button
                  size="small"
                  aria-pressed={fromSnapshot}
                  className="aria-pressed:bg-ink aria-pressed:text-on-ink"
                  onClick={() => setFilters(store, { ...filters, since: SINCE_SNAPSHOT })}
                >
                  {lastSnapshotAt === null
                    ? "The beginning: no snapshot yet"
                    : `Last snapshot, ${formatDay(new Date(lastSnapshotAt).toISOString().slice(0, 10))}`}
                </Button>
                <label htmlFor={`${id}-since`} className="flex items-center gap-2 whitespace-nowrap">
                  or the day
                  <Input
                    id={`${id}-since`}
                    type="date"
                    className="w-40"
                    value={fromSnapshot ? "" : filters.since}
                    onChange={({ target }) => setFilters(store, { ...filters, since: target.value || SINCE_SNAPSHOT })}
                  />
                </label>
              </div>
            )}
          </div>
        ))}
      </fieldset>
    </Dialog>
  );
}
