"use client";

import { type ComponentType, lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { showToast } from "@/components/ui/toast";
import { openPalette, type PalettePage, paletteStore } from "./palette-store";

type Props = Readonly<{
  pages: readonly PalettePage[];
  /** Where topics and criteria are searched; null on pages of a person. */
  organization: string | null;
  assessment: string | null;
  /** Organizations beside those of `pages` are asked for by name; on pages of an organization the search itself says so. */
  moreOrganizations: boolean;
}>;

const PaletteDialog = lazy<ComponentType<Props>>(() =>
  import("./palette-dialog").then(
    (module) => ({ default: module.PaletteDialog }),
    () => ({ default: Unreachable }),
  ),
);

/** Without a connection the page goes on as it is. */
function Unreachable() {
  useEffect(() => {
    paletteStore.set({ open: false });
    showToast({ text: "The search could not be fetched. Reload the page once there is a connection.", tone: "danger" });
  }, []);
  return null;
}

/** Ctrl or ⌘ with K opens the palette on every page; what it needs is fetched only then. */
export function Palette(props: Props) {
  const { open } = useSyncExternalStore(paletteStore.subscribe, paletteStore.get, paletteStore.get);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted =
        event.key.toLowerCase() === "k" && event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;
      if (!wanted || event.repeat) return;
      event.preventDefault();
      // Over another dialog it would say nothing of what is under it.
      if (paletteStore.get().open) paletteStore.set({ open: false });
      else if (!document.querySelector("dialog[open]")) openPalette();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return <Suspense>{open && <PaletteDialog {...props} />}</Suspense>;
}
