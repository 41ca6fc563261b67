import { StageMark } from "@/components/marks/stage-mark";
import { type NamedStage, stageRef } from "@/lib/core/marks/stage-ref";
import { UNKNOWN_PICK } from "@/lib/core/quick-check/picked-answers";

type Props = Readonly<{ stages: readonly NamedStage[]; pick: string | undefined }>;

/** A pick as a mark: its stage, hatched where it isn't known, dashed where nothing was picked. */
export function PickMark({ stages, pick }: Props) {
  if (pick === undefined) {
    return <span aria-hidden className="size-3.25 shrink-0 rounded-[2px] border border-dashed border-ink-3" />;
  }
  if (pick === UNKNOWN_PICK) {
    return <span aria-hidden className="hatch size-3.25 shrink-0 rounded-[2px] border border-ink-3" />;
  }
  return <StageMark stage={stageRef(stages, pick)} decorative className="shrink-0" />;
}

/** A pick in words: a stage's name, "Not known yet", "Not answered". */
export function pickWords(stages: readonly NamedStage[], pick: string | undefined): string {
  if (pick === undefined) return "Not answered";
  return pick === UNKNOWN_PICK ? "Not known yet" : stageRef(stages, pick).name;
}
