"use client";

import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { STATUSES } from "@/lib/core/walk/answer-words";
import { formatNumberOf } from "@/lib/core/words/format";
import { setView } from "../store/move-actions";
import { askMany, clearMany, clearSelection } from "../store/table-actions";
import { StripLine } from "../strip";
import { useWalk, useWalkState } from "../walk-context";
import { BulkEntry } from "./bulk-entry";

/** What can be done with the rows that are selected, or with the one that has the focus. */
export function BulkBar() {
  const store = useWalk();
  const { selected, focused, bulk } = useWalkState("selected", "focused", "bulk");
  const some = selected.size > 0 || focused !== null;
  return (
    <section
      aria-label="Answer the rows"
      className="sticky bottom-12.25 z-5 -mx-5 mt-auto border-t border-line bg-raised px-5 pt-1 pb-2 max-md:bottom-15 max-sm:-mx-2 max-sm:px-2"
    >
      <StripLine />
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="text-note font-medium">
          {selected.size > 0 ? `${formatNumberOf(selected.size, "row")} selected` : "This row"}
        </p>
        <div role="group" aria-label="Answer" className="flex flex-wrap gap-1">
          {STATUSES.map(({ status, name, key }) => (
            <Button
              key={status}
              size="small"
              disabled={!some}
              aria-keyshortcuts={key}
              onClick={() => askMany(store, status)}
            >
              {name}
              <span className="max-md:hidden">
                <Kbd>{key}</Kbd>
              </span>
            </Button>
          ))}
          <Button size="small" disabled={!some} aria-keyshortcuts="Backspace" onClick={() => clearMany(store)}>
            Take back
          </Button>
        </div>
        {selected.size > 0 ? (
          <Button size="small" variant="quiet" onClick={() => clearSelection(store)}>
            Select none
          </Button>
        ) : (
          <Button size="small" variant="quiet" disabled={!focused} onClick={() => setView(store, "topic")}>
            Open topic
          </Button>
        )}
        <p id="table-keys" className="ml-auto text-small text-ink-2 max-xl:sr-only">
          <Kbd>Space</Kbd> selects · <Kbd>Shift ↓</Kbd> more · <Kbd>Enter</Kbd> opens
        </p>
      </div>
      {bulk && <BulkEntry key={bulk} status={bulk} />}
    </section>
  );
}
