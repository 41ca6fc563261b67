import type { ReactNode } from "react";

/** A titled part of the panel. */
export function Part({ title, end, children }: Readonly<{ title: string; end?: ReactNode; children: ReactNode }>) {
  return (
    <section className="mt-4">
      <div className="mb-1.5 flex items-baseline justify-between gap-2">
        <h3 className="text-small font-medium text-ink-2">{title}</h3>
        {end}
      </div>
      {children}
    </section>
  );
}
