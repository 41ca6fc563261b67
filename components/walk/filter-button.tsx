"use client";

import { Button } from "@/components/ui/button";
import { toggleOnlyOpen } from "./store/move-actions";
import { useWalk, useWalkState } from "./walk-context";

/** Shows only what is unanswered, in the list and in the topic. */
export function FilterButton({ className = "" }: Readonly<{ className?: string }>) {
  const store = useWalk();
  const { onlyOpen } = useWalkState("onlyOpen");
  return (
    <Button
      aria-pressed={onlyOpen !== null}
      className={`aria-pressed:bg-ink aria-pressed:text-on-ink ${className}`}
      onClick={() => toggleOnlyOpen(store)}
    >
      Unanswered only
    </Button>
  );
}
