"use client";

import { formatTime } from "@/lib/core/words/format";
import type { SaveState } from "./use-autosave";

/** Whether what was typed is safe: saving, saved with the time, or what went wrong. */
export function SaveStatus({ state }: Readonly<{ state: SaveState }>) {
  return (
    <span role="status" className={state.kind === "failed" ? "text-danger" : undefined}>
      {words(state)}
    </span>
  );
}

function words(state: SaveState): string {
  switch (state.kind) {
    case "idle":
      return "Changes are saved at once";
    case "saving":
      return "Saving…";
    case "saved":
      return `Saved ${formatTime(state.at, Intl.DateTimeFormat().resolvedOptions().timeZone)}`;
    case "failed":
      return `Not saved: ${state.title}`;
  }
}
