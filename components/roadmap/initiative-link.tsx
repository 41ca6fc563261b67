"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useRoadmap } from "./roadmap-context";

/** Opens the sheet of an initiative; a link, because the sheet has an address of its own. */
export function InitiativeLink({
  initiative,
  className,
  children,
}: Readonly<{ initiative: string; className?: string; children: ReactNode }>) {
  const { open, hrefOf } = useRoadmap();
  return (
    <a
      href={hrefOf(initiative)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        open(initiative);
      }}
      className={clsx("link min-w-0 text-note", className)}
    >
      {children}
    </a>
  );
}
