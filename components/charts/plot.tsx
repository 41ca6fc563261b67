import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { LevelScale } from "@/lib/core/charts/level-scale";
import type { TimeTick } from "@/lib/core/charts/time-scale";

type Props = Readonly<{
  height: number;
  levels: LevelScale;
  /** Decimals of the level's ticks: 0 on a whole axis, 1 on a fitted one. */
  decimals: number;
  ticks: readonly TimeTick[];
  /** "line": names under a small tick, centred; "column": names at the left of a line through the plot. */
  form: "line" | "column";
  /** Drawn over the grid, in percent of the width and pixels of the height. */
  children: ReactNode;
}>;

/** The axes of a plot over time: fluid in width, so that type keeps its size and signs their shape on every screen. */
export function Plot({ height, levels, decimals, ticks, form, children }: Props) {
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2.5 pt-3">
      <svg aria-hidden width="22" height={height} className="overflow-visible text-small">
        {levels.ticks.map((level) => (
          <text key={level} x="22" y={yOf(level, { levels, height }) + 4} textAnchor="end" className="fill-ink-2">
            {level.toFixed(decimals)}
          </text>
        ))}
      </svg>
      <div className="min-w-0 pr-4">
        <div className="relative">
          <svg aria-hidden width="100%" height={height + 24} className="overflow-visible text-small">
            {levels.ticks.map((level) => (
              <line
                key={level}
                x1="0"
                x2="100%"
                y1={yOf(level, { levels, height })}
                y2={yOf(level, { levels, height })}
                className="stroke-line"
              />
            ))}
            {ticks.map((tick, index) => (
              <Tick
                key={tick.day}
                tick={tick}
                height={height}
                form={form}
                minor={index % 2 === 1}
                named={(ticks[index + 1]?.at ?? Infinity) - tick.at >= NAME_NEEDS}
              />
            ))}
            {children}
          </svg>
        </div>
      </div>
    </div>
  );
}

type TickProps = Readonly<{ tick: TimeTick; height: number; form: Props["form"]; minor: boolean; named: boolean }>;

function Tick({ tick, height, form, minor, named }: TickProps) {
  const x = percent(tick.at);
  const line = form === "line";
  return (
    <>
      <line
        x1={x}
        x2={x}
        y1={line ? height + 2 : 0}
        y2={height + 6}
        className={line ? "stroke-ink-3" : "stroke-line"}
      />
      {named && (
        <text
          x={x}
          y={height + 20}
          textAnchor={line ? "middle" : "start"}
          className={clsx("fill-ink-2", minor && "max-sm:hidden")}
        >
          {tick.name}
        </text>
      )}
    </>
  );
}

/** A quarter that has nearly gone by leaves no room for its name. */
const NAME_NEEDS = 0.07;

/** From the top of a plot, in pixels. */
export function yOf(level: number, { levels, height }: Readonly<{ levels: LevelScale; height: number }>): number {
  return Number(((1 - levels.at(level)) * height).toFixed(2));
}

/** A share as an SVG length. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}

/** Paths in a box that stretches with the plot; lines keep their width. */
export function Stretched({ height, children }: Readonly<{ height: number; children: ReactNode }>) {
  return (
    <svg
      aria-hidden
      x="0"
      y="0"
      width="100%"
      height={height}
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      className="overflow-visible"
    >
      {children}
    </svg>
  );
}

/** The width of the box that Stretched draws in. */
export const STRETCHED_WIDTH = 1000;
