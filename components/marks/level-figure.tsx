import { clsx } from "clsx";
import type { ReactNode } from "react";
import { formatLevel } from "@/lib/core/words/format";

type Props = Readonly<{
  level: number;
  /** Beside the figure: the band and why ("to 1.94: 31 of 318 criteria not known yet"). */
  children?: ReactNode;
  size?: "small" | "large";
  className?: string;
}>;

/** A level as a headline, with its band in words beside it. */
export function LevelFigure({ level, children, size = "large", className }: Props) {
  return (
    <div className={clsx("flex flex-wrap items-baseline gap-x-3", className)}>
      <span
        className={clsx(
          "font-mono font-semibold",
          size === "large" ? "text-figure tracking-[-1.5px]" : "text-figure-small",
        )}
      >
        {formatLevel(level)}
      </span>
      {children && <span className="min-w-0 flex-1 basis-32 text-note">{children}</span>}
    </div>
  );
}
