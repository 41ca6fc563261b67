"use client";

import { clsx } from "clsx";
import { filledShare, type StageRef, stageWords } from "@/lib/core/marks/stage-ref";
import { FILL } from "./tones";

type Props = Readonly<{
  stage: StageRef;
  /** 12 to 24 px. */
  size?: number;
  /** Beside its own name a mark says nothing. */
  decorative?: boolean;
  className?: string;
}>;

/** A stage as a square that fills with its rank: open, half, full. Its colour never stands alone. */
export function StageMark({ stage, size = 13, decorative, className }: Props) {
  return (
    <svg
      role={decorative ? undefined : "img"}
      aria-label={decorative ? undefined : stageWords(stage)}
      aria-hidden={decorative}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      className={clsx(FILL[stage.tone], className)}
    >
      <path fillRule="evenodd" d={FRAME + filling(filledShare(stage))} />
    </svg>
  );
}

/** A square of 13.6 with a line of 2, as one shape with what fills it: marks stand on a page by the hundred. */
const FRAME =
  "M2 .2h10A1.8 1.8 0 0 1 13.8 2v10a1.8 1.8 0 0 1-1.8 1.8H2A1.8 1.8 0 0 1 .2 12V2A1.8 1.8 0 0 1 2 .2zM2.2 2.2v9.6h9.6V2.2z";

function filling(share: number): string {
  const height = Number((9.6 * share).toFixed(2));
  return height === 0 ? "" : `M2.2 11.8v-${height}h9.6v${height}z`;
}
