"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/**
 * Makes the plain links inside go without loading the page anew. For tables and maps of many links, where a Link each
 * costs more to send and to start than all the rest.
 */
export function LinkArea({ className, children }: Readonly<{ className?: string; children: ReactNode }>) {
  const router = useRouter();

  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href");
    if (!href?.startsWith("/") || link?.target || link?.hasAttribute("download")) return;
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    router.push(href);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the links inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div onClick={follow} className={className}>
      {children}
    </div>
  );
}
