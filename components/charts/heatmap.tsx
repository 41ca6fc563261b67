"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { StageKey } from "@/components/marks/stage-key";
import { StageMark } from "@/components/marks/stage-mark";
import { SOFT, TEXT } from "@/components/marks/tones";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import { allTopics } from "@/lib/core/charts/heatmap";
import type { HeatmapColumn, TopicDatum } from "@/lib/core/charts/types";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { CHART_WORDS, heatmapSentence, topicWords } from "@/lib/core/words/charts";
import { formatLevel } from "@/lib/core/words/format";
import { ChartFrame } from "./chart-frame";
import { ChartTips } from "./chart-tips";
import { HeatmapRows } from "./heatmap-rows";

type Props = Readonly<{
  id: string;
  title: string;
  columns: readonly HeatmapColumn[];
  /** Every stage of the model, for counts and key. */
  stages: readonly StageRef[];
  actions?: ReactNode;
  className?: string;
}>;

/**
 * Every topic by name under its pillar, coloured by its computed stage; on a phone a row per pillar that opens. A client
 * component because of its size: as one it sends its data once, as a server component every cell once more as a tree
 * (measured: half the time and 60 % of the bytes of a page).
 */
export function Heatmap({ id, title, columns, stages, actions, className }: Props) {
  const topics = allTopics(columns);
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={heatmapSentence(columns, stages)}
      actions={actions}
      className={className}
      table={
        <LinkArea>
          <TopicsTable caption={title} columns={columns} />
        </LinkArea>
      }
    >
      <LinkArea>
        <ChartTips
          arrows="grid"
          className="grid grid-cols-2 gap-x-3.5 gap-y-4 max-sm:hidden lg:grid-cols-3 xl:grid-cols-6 xl:gap-x-2"
        >
          {columns.map((column) => (
            <div key={column.pillar.id} className="min-w-0">
              <h3 className="mb-1.5 flex items-center justify-between gap-2 text-note font-semibold">
                <span className="flex min-w-0 items-center gap-1.75">
                  <StageMark stage={column.pillar.stage} />
                  <a href={column.pillar.href} className="truncate hover:underline">
                    {column.pillar.name}
                  </a>
                </span>
                <span className="font-mono">{formatLevel(column.pillar.low)}</span>
              </h3>
              <ul>
                {column.topics.map((topic) => (
                  <li key={topic.id} className="-mt-px">
                    <Cell topic={topic} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </ChartTips>
        <HeatmapRows columns={columns} stages={stages} />
      </LinkArea>
      <div className="mt-3">
        <StageKey
          stages={stages}
          gate={topics.some((topic) => topic.gate) ? CHART_WORDS.gate : undefined}
          unknown={topics.some((topic) => topic.unknown > 0) ? CHART_WORDS.unknown : undefined}
        />
      </div>
    </ChartFrame>
  );
}

function Cell({ topic }: Readonly<{ topic: TopicDatum }>) {
  const words = topicWords(topic);
  return (
    <a
      href={topic.href}
      aria-label={words}
      data-tip
      className={clsx("heat-cell", topic.gate && "heat-gate", SOFT[topic.stage.tone])}
    >
      <StageMark stage={topic.stage} size={12} decorative />
      <span className="heat-name">{topic.name}</span>
      {topic.unknown > 0 && <span className="heat-unknown" />}
      <span className="font-mono">{formatLevel(topic.low)}</span>
    </a>
  );
}

function TopicsTable({ caption, columns }: Readonly<{ caption: string; columns: readonly HeatmapColumn[] }>) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{CHART_WORDS.pillar}</Th>
          <Th>{CHART_WORDS.topic}</Th>
          <Th>{CHART_WORDS.stage}</Th>
          <Th numeric>{CHART_WORDS.claimed}</Th>
          <Th numeric>{CHART_WORDS.upTo}</Th>
          <Th numeric>{CHART_WORDS.verified}</Th>
          <Th numeric>{CHART_WORDS.notKnown}</Th>
        </tr>
      </thead>
      <tbody>
        {columns.flatMap((column) =>
          column.topics.map((topic) => (
            <tr key={topic.id}>
              <Td>{column.pillar.name}</Td>
              <Th scope="row">
                <a href={topic.href} className="link">
                  {topic.name}
                </a>
                {topic.gate && <span className="font-normal text-ink-2"> · {CHART_WORDS.gate}</span>}
              </Th>
              <Td className={TEXT[topic.stage.tone]}>{topic.stage.name}</Td>
              <Td numeric>{formatLevel(topic.low)}</Td>
              <Td numeric>{formatLevel(topic.high)}</Td>
              <Td numeric>{formatLevel(topic.verified)}</Td>
              <Td numeric>{topic.unknown}</Td>
            </tr>
          )),
        )}
      </tbody>
    </Table>
  );
}
