import { clsx } from "clsx";
import { filledShare, type StageRef, stageWords } from "@/lib/core/marks/stage-ref";
import { FILL, STROKE } from "./tones";

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
  const filled = 10 * filledShare(stage);
  return (
    <svg
      role={decorative ? undefined : "img"}
      aria-label={decorative ? undefined : stageWords(stage)}
      aria-hidden={decorative}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      className={clsx("shrink-0", className)}
    >
      <rect
        x="1.2"
        y="1.2"
        width="11.6"
        height="11.6"
        rx="1.5"
        fill="none"
        strokeWidth="2"
        className={STROKE[stage.tone]}
      />
      {filled > 0 && <rect x="2" y={12 - filled} width="10" height={filled} className={FILL[stage.tone]} />}
    </svg>
  );
}
