"use client";

import { useEffect, useRef } from "react";
import { singleKeysOn } from "@/components/walk/single-keys";
import { type ReviewCommand, reviewCommandOf } from "@/lib/core/review/review-keys";

const WRITES = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=menu]";

/** Works the queue by keyboard. Keys in fields, menus and dialogs are left alone. @param run true where it did something */
export function useReviewKeys(run: (command: ReviewCommand) => boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
      const { target } = event;
      const command = reviewCommandOf(
        {
          key: event.key,
          ctrl: event.ctrlKey,
          meta: event.metaKey,
          alt: event.altKey || event.getModifierState("AltGraph"),
          shift: event.shiftKey,
          writing: target instanceof Element && target.closest(WRITES) !== null,
        },
        { singleKeys: singleKeysOn() },
      );
      if (!command || (event.repeat && command !== "next" && command !== "previous")) return;
      if (latest.current(command)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
