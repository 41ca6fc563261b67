"use client";

import { useState } from "react";

/**
 * What the server holds, or for a moment what it will hold: shown at once when it is changed here, and given up for the
 * server's word as soon as that is another.
 */
export function useStored<T>(stored: T): readonly [shown: T, show: (value: T) => void] {
  const mark = JSON.stringify(stored);
  const [own, setOwn] = useState({ mark, value: stored });
  return [own.mark === mark ? own.value : stored, (value) => setOwn({ mark, value })];
}
