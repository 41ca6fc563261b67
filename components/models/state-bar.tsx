"use client";

import { useId } from "react";
import { Hatch } from "@/components/marks/hatch";

type Props = Readonly<{
  /** What it shows, in words. */
  label: string;
  total: number;
  met: number;
  partly: number;
  /** Not met, or open. */
  open: number;
  unknown: number;
}>;

/** Shares of a whole: met dark, partly grey, not met empty with a line, not known hatched; what isn't touched is left blank. */
export function StateBar({ label, total, met, partly, open, unknown }: Props) {
  const hatch = useId();
  const share = (count: number) => `${Number(((100 * count) / Math.max(total, 1)).toFixed(3))}%`;
  return (
    <svg role="img" aria-label={label} width="100%" height="12" className="overflow-visible">
      <Hatch id={hatch} />
      <rect y="5" width="100%" height="2" className="fill-line" />
      <rect y="1" width={share(met + partly + open + unknown)} height="10" className="fill-raised stroke-control" />
      <rect y="1" x={share(met + partly + open)} width={share(unknown)} height="10" fill={`url(#${hatch})`} />
      <rect y="1" width={share(met)} height="10" className="fill-ink" />
      <rect y="1" x={share(met)} width={share(partly)} height="10" className="fill-ink-3" />
    </svg>
  );
}
