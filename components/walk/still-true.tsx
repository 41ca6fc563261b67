"use client";

import { Kbd } from "@/components/ui/kbd";
import { confirmAnswer } from "./store/confirm-answer";
import { useWalk } from "./walk-context";

/** Asks whether an answer of the last round still holds; one press says so. */
export function StillTrue({ criterion }: Readonly<{ criterion: string }>) {
  const store = useWalk();
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Y"
        className="link inline-flex min-h-6 items-center gap-1 align-middle"
        onClick={() => confirmAnswer(store, criterion)}
      >
        Still true? <Kbd>Y</Kbd>
      </button>
      {" · "}
    </>
  );
}
