"use client";

import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import { Later } from "@/components/ui/later";

type Props = Readonly<{
  /** The part of the address that opens it: `#topics-table`. */
  id: string;
  label: string;
  /** Of which chart, for those who don't see where the toggle stands. */
  of: string;
  children: ReactNode;
}>;

/**
 * The table behind a chart, drawn after the pictures. The address says that it is open, so that a link restores the view.
 */
export function TableToggle({ id, label, of, children }: Props) {
  const element = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    if (location.hash === `#${id}` && element.current) element.current.open = true;
  }, [id]);

  function remember(event: SyntheticEvent<HTMLDetailsElement>) {
    const named = location.hash === `#${id}`;
    if (event.currentTarget.open === named) return;
    const address = location.pathname + location.search + (event.currentTarget.open ? `#${id}` : "");
    history.replaceState(null, "", address);
  }

  return (
    <details
      ref={element}
      data-chart-table
      data-print-open
      onToggle={remember}
      className="peer/table min-w-0 print:order-last print:mt-3"
    >
      <summary className="link absolute top-3.5 right-12 list-none py-0.5 text-small text-ink-2 hover:text-ink max-sm:right-11 print:hidden [&::-webkit-details-marker]:hidden">
        {label}
        <span className="sr-only">: {of}</span>
      </summary>
      <div id={id} className="scroll-mt-4 pb-1">
        <Later>{children}</Later>
      </div>
    </details>
  );
}
