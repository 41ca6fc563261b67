import { LevelBar } from "@/components/marks/level-bar";
import { StageLabel } from "@/components/marks/stage-label";
import { Card } from "@/components/ui/card";
import type { PillarDatum } from "@/lib/core/charts/types";
import { formatBand } from "@/lib/core/words/format";

/** The pillars under each other, each with its band, its stage and why it has it. */
export function QuickPillars({ pillars, stages }: Readonly<{ pillars: readonly PillarDatum[]; stages: number }>) {
  return (
    <Card title="Pillars" heading="h2">
      <ul className="grid gap-2.5">
        {pillars.map((pillar) => (
          <li
            key={pillar.id}
            className="grid grid-cols-[7rem_1fr_6.5rem_7rem] items-center gap-x-4 gap-y-0.5 max-sm:grid-cols-[1fr_auto] print:break-inside-avoid"
          >
            <span className="font-medium">{pillar.name}</span>
            <LevelBar
              name={pillar.name}
              tone={pillar.stage.tone}
              low={pillar.low}
              high={pillar.high}
              verified={pillar.verified}
              stages={stages}
              className="max-sm:order-1 max-sm:col-span-2"
            />
            <span className="text-right font-mono text-note max-sm:order-2 max-sm:text-left">{formatBand(pillar)}</span>
            <StageLabel stage={pillar.stage} size="small" className="justify-self-end sm:justify-self-start" />
            {pillar.reason && (
              <span className="col-span-3 col-start-2 text-small text-ink-2 max-sm:order-3 max-sm:col-span-2 max-sm:col-start-1">
                {pillar.reason}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
