"use client";

import { openPalette } from "@/components/palette/palette-store";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { FilterButton } from "./filter-button";
import { Present } from "./present";
import { SaveState } from "./save-state";
import { setView } from "./store/move-actions";
import { useWalk, useWalkBeside } from "./walk-context";

/**
 * Where one is, how it stands with saving, and the ways to find something. On a phone 48 px with the list of topics
 * behind the pillar's name.
 */
export function WalkHeader() {
  const store = useWalk();
  const { topic, view } = useWalkBeside("topic", "view");
  const { pillar, index } = store.place();
  const { organization, assessment, outline } = store.data;
  const position = `${index + 1} of ${pillar.topics.length}`;
  const name =
    organization.sample && !/\bsample\b/i.test(organization.name) ? `${organization.name} (sample)` : organization.name;
  return (
    <header className="sticky top-0 z-10 flex h-15 items-center gap-3 border-b border-line bg-raised px-7 max-md:h-12 max-md:gap-2 max-md:pr-3 max-md:pl-13">
      <div className="min-w-0 flex-1 max-xl:hidden">
        <h1 className="text-head font-semibold">{view === "table" ? "All criteria" : pillar.title}</h1>
        <p className="truncate text-small text-ink-2">
          {view === "table" ? pillar.title : `Topic ${position}`} · {name}, {assessment.scope}, {assessment.name} ·{" "}
          {outline.id} {outline.version}
        </p>
      </div>
      <div className="flex min-w-0 flex-1 items-center gap-2.5 xl:hidden">
        <h1 className="min-w-0">
          <button
            type="button"
            aria-haspopup="dialog"
            className="flex min-h-11 max-w-full items-center gap-1 text-head font-semibold"
            onClick={() => store.set({ sheet: "topics" })}
          >
            <span className="truncate">{pillar.title}</span>
            <Icon name="chevron-down" size={14} />
          </button>
        </h1>
        <span className="text-note whitespace-nowrap text-ink-2">{position}</span>
      </div>
      <div className="max-sm:hidden">
        <Present topic={topic} most={4} size="medium" />
      </div>
      <SaveState />
      <FilterButton className="max-lg:hidden" />
      <Button className="max-md:hidden" aria-keyshortcuts="/" onClick={openPalette}>
        Find <Kbd>/</Kbd>
      </Button>
      <Button
        className="max-md:hidden"
        aria-keyshortcuts="V"
        onClick={() => setView(store, view === "table" ? "topic" : "table")}
      >
        {view === "table" ? "One topic" : "Table"} <Kbd>V</Kbd>
      </Button>
    </header>
  );
}
