import type { StageRef } from "@/lib/core/marks/stage-ref";

/** The names under a large level bar, each at its whole level: "1 Traditional … 3 Optimal". */
export function LevelScale({ stages }: Readonly<{ stages: readonly StageRef[] }>) {
  return (
    <div aria-hidden className="flex justify-between text-small text-ink-2">
      {stages.map((stage) => (
        <span key={stage.number}>
          {stage.number} {stage.name}
        </span>
      ))}
    </div>
  );
}
