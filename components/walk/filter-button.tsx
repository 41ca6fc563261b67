"use client";

import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useWalk, useWalkState } from "./walk-context";

/** Opens the filters; says how many are on. */
export function FilterButton({ className = "" }: Readonly<{ className?: string }>) {
  const store = useWalk();
  const on = useWalkState("filters").filters.ids.length;
  return (
    <Button
      aria-haspopup="dialog"
      aria-keyshortcuts="F"
      className={className}
      onClick={() => store.set({ sheet: null, dialog: "filter" })}
    >
      Filter{on > 0 && `: ${on} on`} <Kbd>F</Kbd>
    </Button>
  );
}
