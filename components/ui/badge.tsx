import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A short state beside a name. Never a stage: that is StageLabel. */
export function Badge({
  tone = "plain",
  children,
}: Readonly<{ tone?: "plain" | "accent" | "danger" | "strong"; children: ReactNode }>) {
  return (
    <span
      className={clsx(
        "inline-block rounded-[3px] border px-1.25 text-small font-medium whitespace-nowrap",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

const TONES = {
  plain: "border-line-strong text-ink-2",
  accent: "border-accent bg-accent-soft text-accent",
  danger: "border-danger bg-danger-soft text-danger",
  strong: "border-ink bg-ink text-on-ink",
};
