import { clsx } from "clsx";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { StageMark } from "./stage-mark";
import { TEXT } from "./tones";

type Props = Readonly<{ stage: StageRef; size?: "small" | "medium" | "large"; className?: string }>;

/** A computed stage: its mark and its name in its colour. */
export function StageLabel({ stage, size = "medium", className }: Props) {
  return (
    <span className={clsx("inline-flex items-center font-semibold", TEXT[stage.tone], SIZES[size].text, className)}>
      <StageMark stage={stage} size={SIZES[size].mark} decorative />
      {stage.name}
    </span>
  );
}

const SIZES = {
  small: { text: "gap-1.5 text-note", mark: 12 },
  medium: { text: "gap-1.75 text-body", mark: 13 },
  large: { text: "gap-2 text-figure-small", mark: 20 },
};
