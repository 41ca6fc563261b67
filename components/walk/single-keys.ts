"use client";

import { useSyncExternalStore } from "react";

const KEY = "plumbline.single-keys";
const listeners = new Set<() => void>();
let memory = true;

/** Whether keys without a modifier work here; remembered on this device (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return memory;
  }
}

export function setSingleKeys(on: boolean): void {
  memory = on;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Storage is switched off: it holds until the page goes.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    singleKeysOn,
    () => true,
  );
}
