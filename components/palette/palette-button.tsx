"use client";

import { clsx } from "clsx";
import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { openPalette } from "./palette-store";

/** Opens the palette, and says by which key it opens. */
export function PaletteButton({ form }: Readonly<{ form: "rail" | "auto" }>) {
  const key = useSyncExternalStore(never, paletteKey, () => "Ctrl K");
  return (
    <button
      type="button"
      title={`Find or do, ${key}`}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openPalette}
      className={clsx(
        "mb-1 flex min-h-8.5 shrink-0 items-center gap-2.5 rounded border border-transparent px-2.25 text-left text-body text-ink-2 hover:text-ink pointer-coarse:min-h-11",
        form === "rail" ? "justify-center" : "max-lg:justify-center",
      )}
    >
      <Icon name="search" />
      <span className={clsx("flex-1", form === "rail" ? "sr-only" : "max-lg:sr-only")}>Find or do</span>
      <span className={form === "rail" ? "hidden" : "max-lg:hidden"}>
        <Kbd>{key}</Kbd>
      </span>
    </button>
  );
}

const never = () => () => {};

function paletteKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ K" : "Ctrl K";
}
