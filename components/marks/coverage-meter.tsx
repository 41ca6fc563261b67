"use client";

import { clsx } from "clsx";
import { useId } from "react";
import { Hatch } from "./hatch";
import { FILL, type Tone } from "./tones";

type Props = Readonly<{
  /** What is measured and how far it must come: "Advanced 0.97, needs 0.80". */
  label: string;
  /** 0 to 1. */
  value: number;
  /** Up to where it may be, once what is unknown is known; 0 to 1. */
  high?: number;
  /** Where the tick stands: the share that must hold. */
  threshold?: number;
  tone: Tone;
  className?: string;
}>;

/** How much of a stage holds, with a tick at what is needed. */
export function CoverageMeter({ label, value, high = value, threshold, tone, className }: Props) {
  const hatch = useId();
  return (
    <svg role="img" aria-label={label} width="100%" height="10" className={clsx("overflow-visible", className)}>
      <Hatch id={hatch} />
      <rect y="2" width="100%" height="6" className="fill-sunk stroke-line" />
      <rect y="2" x={percent(value)} width={percent(Math.max(high - value, 0))} height="6" fill={`url(#${hatch})`} />
      <rect y="2" width={percent(value)} height="6" className={FILL[tone]} />
      {threshold !== undefined && (
        <line x1={percent(threshold)} x2={percent(threshold)} y1="0" y2="10" strokeWidth="1.5" className="stroke-ink" />
      )}
    </svg>
  );
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}
