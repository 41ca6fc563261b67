"use client";

import { useState } from "react";

/** What is typed into a form, kept over a reload: `read` for default values, `keep` on input, `forget` once it is saved. */
export type KeptForm = Readonly<{
  read: (field: string) => string | undefined;
  keep: (form: HTMLFormElement) => void;
  forget: () => void;
}>;

/**
 * Keeps what is typed into a form over a reload of this tab.
 *
 * @param key of this form alone, with the person in it
 */
export function useKeptForm(key: string): KeptForm {
  const [kept] = useState(() => load(key));
  return {
    read: (field) => kept.get(field),
    keep: (form) => attempt(() => sessionStorage.setItem(key, JSON.stringify([...new FormData(form)]))),
    forget: () => attempt(() => sessionStorage.removeItem(key)),
  };
}

function load(key: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  attempt(() => {
    const content: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    if (!Array.isArray(content)) return;
    for (const pair of content) {
      if (Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string")
        found.set(pair[0], pair[1]);
    }
  });
  return found;
}

/** Storage may be full, or switched off: then a reload loses what isn't saved, as everywhere. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing to be done about it here.
  }
}
