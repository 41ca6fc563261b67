"use client";

import { useEffect, useRef, useState } from "react";

/**
 * What is being typed into fields that are saved when they are left. Leaving is also being taken off the page, so that
 * closing a sheet with a key loses nothing.
 *
 * @param save gets what was typed and says whether it can be used; what can't stays in the field. Not called where nothing
 *   was typed
 * @returns the draft, null where nothing was typed since it was last saved
 */
export function useDraft<Draft>(save: (draft: Draft) => boolean): Readonly<{
  draft: Draft | null;
  type: (draft: Draft) => void;
  settle: () => void;
  /** Takes back what was typed. */
  forget: () => void;
}> {
  const [draft, setDraft] = useState<Draft | null>(null);
  const settle = () => {
    if (draft !== null && save(draft)) setDraft(null);
  };
  const last = useRef(settle);
  useEffect(() => {
    last.current = settle;
  });
  useEffect(() => () => last.current(), []);
  return { draft, type: setDraft, settle, forget: () => setDraft(null) };
}
