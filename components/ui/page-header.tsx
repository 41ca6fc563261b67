import type { ReactNode } from "react";

type Props = Readonly<{
  title: string;
  /** As of when, in which state, from which content: "As of 27 Nov 2026 14:32 CET · in review · zero-trust 1.0.0". */
  provenance?: ReactNode;
  /** The state beside the actions ("Saved 14:32"). */
  status?: ReactNode;
  actions?: ReactNode;
  /** Breadcrumb, over the title. */
  above?: ReactNode;
}>;

/** The bar that every page of the workspace begins with. On a phone it leaves room for the shell's menu button at its left. */
export function PageHeader({ title, provenance, status, actions, above }: Props) {
  return (
    <header className="flex min-h-15 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-raised px-7 py-2.5 max-md:min-h-12 max-md:py-1.5 max-md:pr-3.5 max-md:pl-13 [[data-over-header]~&]:max-md:pl-3.5 print:border-0 print:px-0">
      <div className="min-w-0 flex-1 basis-44">
        {above}
        <h1 className="text-head font-semibold">{title}</h1>
        {provenance && <p className="text-small text-ink-2">{provenance}</p>}
      </div>
      {status && <div className="text-note text-ink-2">{status}</div>}
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
