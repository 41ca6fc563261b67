import type { ReactNode } from "react";

/** Columns of every line of the timeline: names, and the axis. */
export const TIMELINE_COLUMNS = "grid grid-cols-[var(--names)_1fr]";

/** Pixels: the links between rows are drawn by them. */
export const ROW_HEIGHT = 27;
export const GROUP_HEIGHT = 32;

/** Drawn over or under all lines, on the axis alone, in percent of its width. */
export function AxisLayer({ label, children }: Readonly<{ label?: string; children: ReactNode }>) {
  return (
    <div className="pointer-events-none absolute inset-y-0 right-0 left-(--names)">
      <svg
        role={label ? "img" : undefined}
        aria-label={label}
        aria-hidden={label ? undefined : true}
        width="100%"
        height="100%"
        className="overflow-visible"
      >
        {children}
      </svg>
    </div>
  );
}

/** A place on the axis, in percent of its width, around which pixels count. */
export function At({ x, children }: Readonly<{ x: string; children: ReactNode }>) {
  return (
    <svg aria-hidden x={x} className="overflow-visible">
      {children}
    </svg>
  );
}
