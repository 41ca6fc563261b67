import { LevelBar } from "@/components/marks/level-bar";
import { LevelFigure } from "@/components/marks/level-figure";
import { LevelKey } from "@/components/marks/level-key";
import { LevelScale } from "@/components/marks/level-scale";
import { StageKey } from "@/components/marks/stage-key";
import { StageLabel } from "@/components/marks/stage-label";
import type { ModelView, Scored } from "@/lib/core/models/describe-model";
import { bandWords } from "@/lib/core/words/marks";
import { lowestWords } from "@/lib/core/words/models";

/** The whole in a model: stage with its reason, level with its band, and what the signs mean. */
export function ModelHead({ view, overall }: Readonly<{ view: ModelView; overall: Scored }>) {
  const { low, high, verified, stage } = overall;
  return (
    <section
      aria-label="Overall"
      className="grid gap-x-8 gap-y-4 rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5 lg:grid-cols-[1fr_1.6fr]"
    >
      <div className="min-w-0">
        <p className="text-small text-ink-2">Stage</p>
        <StageLabel stage={stage} size="large" />
        <p className="mt-1 text-note text-ink-2">
          {lowestWords(stage.name, { lowest: view.lowest, pillars: view.pillars.length })}.
        </p>
        <p className="mt-2 text-note text-ink-2">{view.summary}</p>
      </div>
      <div className="min-w-0">
        <p className="text-small text-ink-2">Level, 1 to {stage.of}</p>
        <LevelFigure level={low}>{bandWords(overall)}</LevelFigure>
        <LevelBar name="Overall" tone={stage.tone} {...{ low, high, verified }} stages={stage.of} thickness={18} />
        <LevelScale stages={view.stages} />
        <div className="mt-2 flex flex-wrap gap-x-6 gap-y-1.5">
          <LevelKey {...{ low, high, verified }} />
          <StageKey
            stages={view.stages}
            gate={view.pillars.some(({ topics }) => topics.some(({ gate }) => gate)) ? "gate" : undefined}
          />
        </div>
      </div>
    </section>
  );
}
