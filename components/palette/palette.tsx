"use client";

import { type ComponentType, lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { showToast } from "@/components/ui/toast";
import { openPalette, type PaletteProps, paletteStore } from "./palette-store";

const PaletteDialog = lazy<ComponentType<PaletteProps>>(() =>
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
export function Palette(props: PaletteProps) {
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
