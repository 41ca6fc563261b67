"use client";

import { useId } from "react";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { Hatch } from "./hatch";
import { StageMark } from "./stage-mark";

type Props = Readonly<{
  stages: readonly StageRef[];
  /** Words for the notch and the hatch of heatmap cells; left out where they don't occur. */
  gate?: string;
  unknown?: string;
}>;

/** What the marks of stages mean. */
export function StageKey({ stages, gate, unknown }: Props) {
  const hatch = useId();
  return (
    <ul className="flex flex-wrap items-center gap-x-4.5 gap-y-1 text-small text-ink-2">
      {stages.map((stage) => (
        <li key={stage.number} className="flex items-center gap-1.5">
          <StageMark stage={stage} decorative />
          {stage.name.toLowerCase()}
        </li>
      ))}
      {gate && (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden width="3" height="14">
            <rect width="3" height="14" className="fill-ink" />
          </svg>
          {gate}
        </li>
      )}
      {unknown && (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden width="22" height="12">
            <Hatch id={hatch} />
            <rect width="22" height="12" fill={`url(#${hatch})`} />
          </svg>
          {unknown}
        </li>
      )}
    </ul>
  );
}
