"use client";

import { useEffect } from "react";
import { useWalk, useWalkState } from "./walk-context";

/** A pause in typing after which a dialog no longer swallows letters. */
const PAUSE_MS = 900;

/** Opens the sign-in once the session has ended, but not between two letters of somebody who is writing. */
export function useSignInWish(): void {
  const store = useWalk();
  const ended = useWalkState("link").link === "signed-out";
  useEffect(() => {
    if (!ended) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        document.removeEventListener("input", wait, true);
        store.set({ dialog: "sign-in" });
      }, PAUSE_MS);
    };
    document.addEventListener("input", wait, true);
    wait();
    return () => {
      clearTimeout(timer);
      document.removeEventListener("input", wait, true);
    };
  }, [store, ended]);
}
