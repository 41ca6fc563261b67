"use client";

import { type ReactNode, useDeferredValue } from "react";

/** What a page keeps closed at first (a table behind its chart, a menu's entries): drawn when what is seen is there, so that it waits for none of this. */
export function Later({ children }: Readonly<{ children: ReactNode }>) {
  return useDeferredValue(true, false) ? children : null;
}
