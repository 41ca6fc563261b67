import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = Readonly<{
  tone?: "info" | "warning" | "danger";
  title: string;
  /** What was kept, what to do, an id to quote. */
  children?: ReactNode;
  action?: ReactNode;
  /** Announced when it appears after the page was loaded. */
  live?: boolean;
  className?: string;
}>;

/** Something to know before going on. */
export function Notice({ tone = "info", title, children, action, live, className }: Props) {
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={clsx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded border px-3.5 py-2.5 text-note",
        TONES[tone],
        className,
      )}
    >
      <Icon name={tone === "info" ? "info" : "warning"} className={clsx("mt-px", tone === "danger" && "text-danger")} />
      <div className="min-w-0 flex-1 basis-52">
        <p className={clsx("font-medium", tone === "danger" && "text-danger")}>{title}</p>
        {children && <div className="mt-0.5 text-ink-2">{children}</div>}
      </div>
      {action && <div className="flex flex-wrap items-center gap-2">{action}</div>}
    </div>
  );
}

const TONES = {
  info: "border-line bg-sunk",
  warning: "border-ink-2 bg-raised",
  danger: "border-danger bg-danger-soft",
};
