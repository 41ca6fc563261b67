"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds; false on the server and in the first picture. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** From here on the panel stands beside the topic; below it is a sheet. */
export const WIDE = "(min-width: 80rem)";
