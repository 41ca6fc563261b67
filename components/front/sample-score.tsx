import { LevelBar } from "@/components/marks/level-bar";
import { LevelFigure } from "@/components/marks/level-figure";
import { LevelKey } from "@/components/marks/level-key";
import { LevelScale } from "@/components/marks/level-scale";
import { StageLabel } from "@/components/marks/stage-label";
import { stageRef, stageRefs } from "@/lib/core/marks/stage-ref";
import { bandWords } from "@/lib/core/words/marks";
import { EXAMPLE } from "./example-topic";

const SAMPLE = { low: 1.84, high: 1.94, verified: 1.55 } as const;

/** What a result looks like, with numbers of the sample organization. */
export function SampleScore() {
  return (
    <figure className="rounded-md border border-line bg-raised px-5 py-4.5">
      <figcaption className="text-small text-ink-2">Northwind Mutual (sample)</figcaption>
      <StageLabel stage={stageRef(EXAMPLE.stages, "traditional")} size="large" className="mt-1" />
      <LevelFigure level={SAMPLE.low} className="mt-2">
        {bandWords({ ...SAMPLE, answered: 420, inScope: 452 })}
      </LevelFigure>
      <LevelBar
        name="Northwind Mutual (sample)"
        tone="traditional"
        {...SAMPLE}
        stages={3}
        last={1.7}
        target={2.4}
        thickness={18}
        className="mt-2"
      />
      <LevelScale stages={stageRefs(EXAMPLE.stages)} />
      <LevelKey
        {...SAMPLE}
        last={{ level: 1.7, day: "2025-11-27" }}
        target={2.4}
        className="mt-4 border-t border-line pt-3"
      />
    </figure>
  );
}
