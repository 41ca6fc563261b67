import type { ReactNode } from "react";
import { LevelBar } from "@/components/marks/level-bar";
import { LevelFigure } from "@/components/marks/level-figure";
import { LevelKey } from "@/components/marks/level-key";
import { LevelScale } from "@/components/marks/level-scale";
import { StageLabel } from "@/components/marks/stage-label";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { bandWords } from "@/lib/core/words/marks";

type Props = Readonly<{
  name: string;
  low: number;
  high: number;
  verified: number;
  last?: Readonly<{ level: number; day: string }>;
  target?: number;
  /** Absent for principles and drivers, which have a level and no stage. */
  stage?: StageRef;
  stages: readonly StageRef[];
  answered: number;
  inScope: number;
  /** Why it has its stage, or what the number is of. */
  children: ReactNode;
}>;

/** The number that is explained: stage and reason, level with band, bar and key. */
export function ScoreHead({
  name,
  low,
  high,
  verified,
  last,
  target,
  stage,
  stages,
  answered,
  inScope,
  children,
}: Props) {
  return (
    <section
      aria-label={name}
      className="grid gap-x-8 gap-y-4 rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5 lg:grid-cols-2"
    >
      <div className="min-w-0">
        {stage && <StageLabel stage={stage} size="large" />}
        <div className="mt-1 text-body">{children}</div>
      </div>
      <div className="min-w-0">
        <LevelFigure level={low}>{bandWords({ low, high, answered, inScope })}</LevelFigure>
        <LevelBar
          name={name}
          tone={stage?.tone ?? "neutral"}
          low={low}
          high={high}
          verified={verified}
          last={last?.level}
          target={target}
          stages={stages.length}
          thickness={18}
        />
        <LevelScale stages={stages} />
        <LevelKey low={low} high={high} verified={verified} last={last} target={target} className="mt-2.5" />
      </div>
    </section>
  );
}
