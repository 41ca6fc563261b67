"use client";

import { LevelBar } from "@/components/marks/level-bar";
import { StageLabel } from "@/components/marks/stage-label";
import { StageMark } from "@/components/marks/stage-mark";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { ComparedLevel, ComparedRow, Comparison } from "@/lib/core/dashboard/comparison";
import { CHART_WORDS } from "@/lib/core/words/charts";
import { formatLevel } from "@/lib/core/words/format";
import { levelBarWords } from "@/lib/core/words/marks";
import { ChartFrame } from "./chart-frame";
import { ChartTips } from "./chart-tips";

type Props = Readonly<{ id: string; title: string; comparison: Comparison }>;

/** The whole and each pillar as a group of bars, one for each scope, so that they stand right under each other. */
export function ScopeComparison({ id, title, comparison }: Props) {
  const { rows, stages, sentence } = comparison;
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={sentence}
      table={
        <LinkArea>
          <ComparisonTable caption={title} rows={rows} />
        </LinkArea>
      }
    >
      <LinkArea>
        <ChartTips className="grid gap-x-8 gap-y-5 md:grid-cols-2 xl:grid-cols-3">
          {rows.map((row) => (
            <section key={row.id} aria-label={row.title} className="min-w-0">
              <h3 className="border-b border-line-strong pb-1 text-note font-semibold">{row.title}</h3>
              <ul>
                {row.levels.map((level) => (
                  <li key={level.slug} className="grid grid-cols-[1fr_auto] items-center gap-x-3 pt-2">
                    <a href={level.href} className="truncate text-note hover:underline">
                      {level.name}
                    </a>
                    <span className="flex items-center gap-1.75">
                      <span className="font-mono text-note">{formatLevel(level.low)}</span>
                      <StageMark stage={level.stage} />
                    </span>
                    <Bar level={level} stages={stages} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </ChartTips>
      </LinkArea>
    </ChartFrame>
  );
}

function Bar({ level, stages }: Readonly<{ level: ComparedLevel; stages: number }>) {
  const { name, low, high, verified, target } = level;
  const words = `${levelBarWords({ name, low, high, verified, target })}, ${level.stage.name.toLowerCase()}`;
  return (
    <div role="img" aria-label={words} data-tip className="col-span-2 -mt-1">
      <LevelBar
        name={name}
        low={low}
        high={high}
        verified={verified}
        target={target}
        tone={level.stage.tone}
        stages={stages}
        thickness={10}
        decorative
      />
    </div>
  );
}

const SCOPE = "Scope";

function ComparisonTable({ caption, rows }: Readonly<{ caption: string; rows: readonly ComparedRow[] }>) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{CHART_WORDS.pillar}</Th>
          <Th>{SCOPE}</Th>
          <Th>{CHART_WORDS.stage}</Th>
          <Th numeric>{CHART_WORDS.claimed}</Th>
          <Th numeric>{CHART_WORDS.upTo}</Th>
          <Th numeric>{CHART_WORDS.verified}</Th>
          <Th numeric>{CHART_WORDS.target}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) =>
          row.levels.map((level) => (
            <tr key={`${row.id} ${level.slug}`}>
              <Th scope="row">{row.title}</Th>
              <Td>
                <a href={level.href} className="link">
                  {level.name}
                </a>
              </Td>
              <Td>
                <StageLabel stage={level.stage} size="small" />
              </Td>
              <Td numeric>{formatLevel(level.low)}</Td>
              <Td numeric>{formatLevel(level.high)}</Td>
              <Td numeric>{formatLevel(level.verified)}</Td>
              <Td numeric>{level.target === undefined ? "" : formatLevel(level.target)}</Td>
            </tr>
          )),
        )}
      </tbody>
    </Table>
  );
}
