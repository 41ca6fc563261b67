"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { LevelBar } from "@/components/marks/level-bar";
import { StageMark } from "@/components/marks/stage-mark";
import type { Levels, PillarDatum } from "@/lib/core/charts/types";
import { CHART_WORDS, pillarsSentence } from "@/lib/core/words/charts";
import { formatLevel } from "@/lib/core/words/format";
import { levelBarWords } from "@/lib/core/words/marks";
import { ChartFrame } from "./chart-frame";
import { ChartTips } from "./chart-tips";
import { LevelsTable } from "./levels-table";

type Props = Readonly<{
  id: string;
  title: string;
  pillars: readonly PillarDatum[];
  overall: Pick<Levels, "low" | "verified"> | null;
  /** Number of stages. */
  stages: number;
  actions?: ReactNode;
  className?: string;
}>;

/** The pillars under each other: name, bar, level and stage, and under each bar why it has that stage. */
export function PillarLadder({ id, title, pillars, overall, stages, actions, className }: Props) {
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={pillarsSentence(pillars, overall)}
      actions={actions}
      className={className}
      table={<LevelsTable caption={title} of={CHART_WORDS.pillar} rows={pillars} />}
    >
      <ChartTips>
        <ul className="grid gap-1.5">
          {pillars.map((pillar) => (
            <li
              key={pillar.id}
              className="grid grid-cols-[96px_1fr_auto] items-center gap-x-3.5 gap-y-0.5 max-sm:grid-cols-[1fr_auto]"
            >
              <span className="font-medium">
                {pillar.href ? (
                  <Link href={pillar.href} prefetch={false} className="hover:underline">
                    {pillar.name}
                  </Link>
                ) : (
                  pillar.name
                )}
              </span>
              <div role="img" aria-label={levelBarWords(pillar)} data-tip className="max-sm:order-1 max-sm:col-span-2">
                <LevelBar {...bar(pillar)} stages={stages} tone={pillar.stage.tone} decorative />
              </div>
              <span className="flex items-center justify-end gap-1.75">
                <span className="font-mono">{formatLevel(pillar.low)}</span>
                <StageMark stage={pillar.stage} />
              </span>
              {pillar.reason && (
                <span className="col-span-2 col-start-2 text-small/[0.9375rem] text-ink-2 max-sm:order-2 max-sm:col-start-1">
                  {pillar.reason}
                </span>
              )}
              {pillar.target !== undefined && pillar.targetReason && (
                <span className="col-span-2 col-start-2 text-small/[0.9375rem] text-ink-2 max-sm:order-3 max-sm:col-start-1">
                  {CHART_WORDS.target} {formatLevel(pillar.target)}: {pillar.targetReason}
                </span>
              )}
            </li>
          ))}
        </ul>
      </ChartTips>
    </ChartFrame>
  );
}

function bar({ name, low, high, verified, last, target }: PillarDatum) {
  return { name, low, high, verified, last, target };
}
