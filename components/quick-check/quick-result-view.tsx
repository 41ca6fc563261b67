import { useEffect, useMemo, useRef } from "react";
import { LevelBar } from "@/components/marks/level-bar";
import { LevelFigure } from "@/components/marks/level-figure";
import { LevelKey } from "@/components/marks/level-key";
import { LevelScale } from "@/components/marks/level-scale";
import { StageLabel } from "@/components/marks/stage-label";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { stageRefs } from "@/lib/core/marks/stage-ref";
import type { Picks } from "@/lib/core/quick-check/picked-answers";
import type { QuickCheckData } from "@/lib/core/quick-check/quick-check-data";
import { quickResult } from "@/lib/core/quick-check/quick-result";
import { formatCountOf, formatDay, formatLevel } from "@/lib/core/words/format";
import { bandWords } from "@/lib/core/words/marks";
import { FirstMoves } from "./first-moves";
import { GoOn } from "./go-on";
import { PickList } from "./pick-list";
import { QuickPillars } from "./quick-pillars";
import { StartOver } from "./start-over";

type Props = Readonly<{ data: QuickCheckData; picks: Picks; day: string }>;

/** What the picks say: level with band and stage, pillars, three first moves, and the picks themselves. Prints as it stands. */
export function QuickResultView({ data, picks, day }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const result = useMemo(() => quickResult(data, picks), [data, picks]);
  if (!result) return null;
  const { overall, pillars, moves, answered, inScope } = result;
  const topics = data.pillars.reduce((sum, pillar) => sum + pillar.topics.length, 0);
  const given = Object.keys(picks).length;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1
            ref={heading}
            tabIndex={-1}
            className="text-[1.75rem]/9 font-semibold tracking-[-0.4px] outline-none max-sm:text-[1.4375rem]/8"
          >
            Where you stand, at a quick look
          </h1>
          <p className="mt-1 text-note text-ink-2">
            Quick check of {formatDay(day)} · {data.questionnaire} {data.version} ·{" "}
            {formatCountOf({ count: given, population: topics, unit: "topics" })} answered
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button icon="print" onClick={() => window.print()}>
            Print
          </Button>
          <StartOver picks={picks} />
        </div>
      </div>
      <Card title="Overall" heading="h2">
        <StageLabel stage={overall.stage} size="large" />
        <LevelFigure level={overall.low} className="mt-1">
          {bandWords({ ...overall, answered, inScope })}
        </LevelFigure>
        <LevelBar
          name="Overall"
          tone={overall.stage.tone}
          low={overall.low}
          high={overall.high}
          verified={overall.verified}
          stages={data.stages.length}
          thickness={18}
          className="mt-2"
        />
        <LevelScale stages={stageRefs(data.stages)} />
        <LevelKey low={overall.low} high={overall.high} verified={overall.verified} className="mt-3" />
        <p className="mt-3 max-w-[80ch] text-note text-ink-2">
          This is a quick look: {topics} of {data.whole.topics} topics, {inScope} of {data.whole.criteria} criteria, and
          no evidence, so nothing is verified. A stage says that what it asks is so; what the stages above ask stays
          open, which is what the band to {formatLevel(overall.high)} is made of. The lowest pillar decides the stage of
          the whole.
        </p>
      </Card>
      <QuickPillars pillars={pillars} stages={data.stages.length} />
      <FirstMoves moves={moves} from={overall.low} />
      <PickList data={data} picks={picks} />
      <GoOn />
    </div>
  );
}
