import { clsx } from "clsx";
import type { ReactNode } from "react";

type Props = Readonly<{
  title?: string;
  /** Rank in the page's outline. */
  heading?: "h2" | "h3";
  subtitle?: ReactNode;
  /** Links or buttons at the right of the title. */
  actions?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}>;

/** A raised sheet with a title, one line under it and room for actions. */
export function Card({ title, heading: Heading = "h2", subtitle, actions, id, className, children }: Props) {
  return (
    <section
      id={id}
      aria-label={title}
      className={clsx("rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5", className)}
    >
      {(title || actions) && (
        <div className={clsx("flex items-start justify-between gap-3", !subtitle && "mb-3")}>
          {title && <Heading className="text-body/4.5 font-semibold">{title}</Heading>}
          {actions && (
            <div className="flex shrink-0 flex-wrap items-center gap-3.5 text-small text-ink-2">{actions}</div>
          )}
        </div>
      )}
      {subtitle && <p className="mt-0.5 mb-3 text-note text-ink-2">{subtitle}</p>}
      {children}
    </section>
  );
}
