"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import { useEffect, useState } from "react";
import { send } from "@/components/forms/send";

/** Fired on the window when this person may have been told, or have read, something. */
export const TOLD = "plumbline:told";

/**
 * How many notices are unread: as the page said, and as it is on going to another page, on coming back to this one and when
 * something was told.
 * @param address of the route that counts; null counts nothing
 */
export function useNoticeCount(address: string | null, initial: number): number {
  // Of the page, which stays the same where a page writes its own address.
  const path = useSelectedLayoutSegments().join("/");
  const [count, setCount] = useState(initial);
  useEffect(() => {
    if (address === null) return;
    let over = false;
    const look = async () => {
      if (document.visibilityState === "hidden") return;
      const sent = await send<{ unread: number }>(address, undefined, "GET");
      if (sent.ok && !over) setCount(sent.data.unread);
    };
    window.addEventListener(TOLD, look);
    document.addEventListener("visibilitychange", look);
    return () => {
      over = true;
      window.removeEventListener(TOLD, look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [address]);
  // A page that was gone to may have read some.
  const [counted, setCounted] = useState(path);
  useEffect(() => {
    if (counted === path) return;
    setCounted(path);
    window.dispatchEvent(new Event(TOLD));
  }, [counted, path]);
  return count;
}
