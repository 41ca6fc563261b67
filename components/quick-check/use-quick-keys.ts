"use client";

import { type RefObject, useEffect } from "react";
import { UNKNOWN_PICK } from "@/lib/core/quick-check/picked-answers";

type Acts = Readonly<{
  stages: readonly string[];
  pick: (value: string) => void;
  move: (by: number) => void;
}>;

/**
 * Digits pick a stage (by the key's position, so that AZERTY works too), U says unknown, J and K or the arrows move. They
 * work only while the focus is in the quick check, as WCAG 2.1.4 asks of single keys.
 *
 * @param acts null where no question is shown
 */
export function useQuickKeys(within: RefObject<HTMLElement | null>, acts: Acts | null): void {
  useEffect(() => {
    const element = within.current;
    if (!element || !acts) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const stage = digit ? acts.stages[Number(digit) - 1] : undefined;
      if (stage) acts.pick(stage);
      else if (event.key === "u" || event.key === "U") acts.pick(UNKNOWN_PICK);
      else if (event.key === "j" || event.key === "ArrowRight") acts.move(1);
      else if (event.key === "k" || event.key === "ArrowLeft") acts.move(-1);
      else return;
      event.preventDefault();
    };
    element.addEventListener("keydown", press);
    return () => element.removeEventListener("keydown", press);
  });
}
