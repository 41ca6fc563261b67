"use client";

import { useEffect, useRef } from "react";
import { useSignOut } from "./use-sign-out";

/** Signs out as soon as it is drawn, or asks first; a new `turn` tries again. */
export function SignOut({ person, turn }: Readonly<{ person: string; turn: number }>) {
  const [leave, dialog] = useSignOut(person);
  const done = useRef(0);
  useEffect(() => {
    if (done.current === turn) return;
    done.current = turn;
    leave();
  }, [leave, turn]);
  return dialog;
}
