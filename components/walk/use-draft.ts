"use client";

import { useState } from "react";
import { useWalk } from "./walk-context";

/**
 * Text that is kept on this device with every key press, until it is sent: over a reload, a closed tab and a lost
 * connection.
 *
 * @param place what it is written for
 * @returns the text and how to set it; "" forgets it
 */
export function useDraft(place: string): readonly [string, (text: string) => void] {
  const { data } = useWalk();
  const key = `plumbline.draft/${data.me.id}/${data.organization.slug}/${data.assessment.slug}/${place}`;
  const [text, setText] = useState(() => read(key));
  return [
    text,
    (next) => {
      setText(next);
      write(key, next);
    },
  ];
}

/** Storage may be full, or switched off: then what is typed lives as long as the page. */
function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function write(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Nothing to be done about it here.
  }
}
