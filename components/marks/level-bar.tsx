"use client";

import { clsx } from "clsx";
import { useId } from "react";
import {
  type LevelBarGeometry,
  type LevelBarValues,
  levelBarGeometry,
  type Span,
} from "@/lib/core/marks/level-bar-geometry";
import { levelBarWords } from "@/lib/core/words/marks";
import { Hatch } from "./hatch";
import { FILL, STROKE, type Tone } from "./tones";

type Props = LevelBarValues &
  Readonly<{
    /** Of what, for the text alternative. */
    name: string;
    /** The colour of the computed stage; neutral for what has no stage. */
    tone: Tone;
    /** The bar itself: 13 px in rows, 18 px for a headline. */
    thickness?: number;
    decorative?: boolean;
    className?: string;
  }>;

const TOP = 8;
const BELOW = 3;

/**
 * The gauge: verified filled, claimed outlined, what is not known hatched, the last snapshot a ring, the target a
 * triangle on a line, a tick at each whole level. It takes the width it is given without stretching its signs.
 */
export function LevelBar({ name, tone, thickness = 13, decorative, className, ...values }: Props) {
  const hatch = useId();
  const bar = levelBarGeometry(values);
  const bottom = TOP + thickness;
  return (
    <svg
      role={decorative ? undefined : "img"}
      aria-label={decorative ? undefined : levelBarWords({ name, ...values })}
      aria-hidden={decorative}
      width="100%"
      height={bottom + BELOW}
      className={clsx("overflow-visible", className)}
    >
      <Hatch id={hatch} />
      <Trough top={TOP} thickness={thickness} />
      <rect {...across(bar.unknown)} y={TOP} height={thickness} fill={`url(#${hatch})`} />
      <rect {...across(bar.verified)} y={TOP} height={thickness} className={FILL[tone]} />
      {bar.claimed.length > 0 && <Outline span={bar.claimed} thickness={thickness} tone={tone} />}
      {bar.before !== undefined && (
        <line {...upright(bar.before)} y1={TOP} y2={bottom} strokeDasharray="2 2" className="stroke-ink-2" />
      )}
      {bar.ticks.map((tick) => (
        <line key={tick} {...upright(tick)} y1={TOP - 3} y2={bottom + BELOW} className="stroke-ink-2" />
      ))}
      <References bar={bar} thickness={thickness} />
    </svg>
  );
}

function Trough({ top, thickness }: Readonly<{ top: number; thickness: number }>) {
  return <rect x="0" y={top} width="100%" height={thickness} className="fill-sunk stroke-line" />;
}

/** A nested picture cuts off the outer half of a 4 px line: 2 px remain, all inside. */
function Outline({ span, thickness, tone }: Readonly<{ span: Span; thickness: number; tone: Tone }>) {
  return (
    <svg aria-hidden {...across(span)} y={TOP} height={thickness} className="overflow-hidden">
      <rect width="100%" height="100%" fill="none" strokeWidth="4" className={STROKE[tone]} />
    </svg>
  );
}

function References({ bar, thickness }: Readonly<{ bar: LevelBarGeometry; thickness: number }>) {
  return (
    <>
      {bar.last !== undefined && (
        <circle
          cx={share(bar.last)}
          cy={TOP + thickness / 2}
          r="3.6"
          strokeWidth="1.6"
          className="fill-raised stroke-ink"
        />
      )}
      {bar.target !== undefined && (
        <svg aria-hidden x={share(bar.target)} className="overflow-visible">
          <path d={`M-4.5 ${TOP - 6}h9l-4.5 6z`} className="fill-ink" />
          <line x1="0" x2="0" y1={TOP - 3} y2={TOP + thickness + BELOW} strokeWidth="1.8" className="stroke-ink" />
        </svg>
      )}
    </>
  );
}

function across({ start, length }: Span) {
  return { x: share(start), width: share(length) };
}

function upright(at: number) {
  return { x1: share(at), x2: share(at) };
}

function share(part: number): string {
  return `${Number((part * 100).toFixed(3))}%`;
}
