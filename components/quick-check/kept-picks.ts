"use client";

import { useSyncExternalStore } from "react";
import { type KeptCheck, readKept } from "@/lib/core/quick-check/kept-check";
import type { Picks } from "@/lib/core/quick-check/picked-answers";

/** Where a browser keeps its quick check. Nothing here is ever sent by itself. */
const KEY = "plumbline.quick-check";

const listeners = new Set<() => void>();
let memory: string | null = null;
let held: Readonly<{ text: string | null; check: KeptCheck | null }> = { text: null, check: null };

/** The quick check of this browser; null where there is none, and in the server's picture. */
export function useKeptCheck(): KeptCheck | null {
  return useSyncExternalStore(subscribe, keptCheck, () => null);
}

/** Keeps picks with today's date; without any pick nothing is kept. */
export function keepPicks(picks: Picks): void {
  write(Object.keys(picks).length === 0 ? null : JSON.stringify({ day: localDay(), picks }));
}

/** Takes the quick check out of this browser. */
export function forgetCheck(): void {
  write(null);
}

function keptCheck(): KeptCheck | null {
  const text = read();
  if (text !== held.text) held = { text, check: readKept(text) };
  return held.check;
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return memory;
  }
}

function write(text: string | null): void {
  memory = text;
  try {
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // Storage is switched off: it holds until the page goes.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function localDay(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
