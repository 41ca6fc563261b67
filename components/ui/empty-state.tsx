import { clsx } from "clsx";
import type { ReactNode } from "react";

type Props = Readonly<{
  title: string;
  /** What this place is for, and why it is empty. */
  children: ReactNode;
  /** The next step. */
  action?: ReactNode;
  heading?: "h2" | "h3";
  className?: string;
}>;

/** A page or panel with nothing in it yet: what it is for and the next step. */
export function EmptyState({ title, children, action, heading: Heading = "h2", className }: Props) {
  return (
    <div
      className={clsx(
        "grid justify-items-start gap-2 rounded-md border border-dashed border-line-strong px-5 py-6",
        className,
      )}
    >
      <Heading className="text-body font-semibold">{title}</Heading>
      <div className="max-w-[60ch] text-note text-ink-2">{children}</div>
      {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
