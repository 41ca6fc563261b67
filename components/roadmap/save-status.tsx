"use client";

import { formatTime } from "@/lib/core/words/format";
import type { SaveState } from "./use-plan-store";

/** How the last change stands, said aloud when it changes. */
export function SaveStatus<Mine>({ state }: Readonly<{ state: SaveState<Mine> }>) {
  return (
    <span role="status" className={state.kind === "failed" ? "text-danger" : undefined}>
      {wordsOf(state)}
    </span>
  );
}

function wordsOf<Mine>(state: SaveState<Mine>): string {
  switch (state.kind) {
    case "idle":
      return "";
    case "saving":
      return "Saving";
    case "saved":
      return `Saved ${formatTime(state.at, Intl.DateTimeFormat().resolvedOptions().timeZone)}`;
    case "failed":
      return "Not saved";
    case "conflict":
      return "Changed by somebody else";
  }
}
