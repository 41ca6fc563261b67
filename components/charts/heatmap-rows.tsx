import { clsx } from "clsx";
import { StageMark } from "@/components/marks/stage-mark";
import { SOFT } from "@/components/marks/tones";
import { Icon } from "@/components/ui/icon";
import { Later } from "@/components/ui/later";
import { heatmapCounts, weakestFirst } from "@/lib/core/charts/heatmap";
import type { HeatmapColumn, TopicDatum } from "@/lib/core/charts/types";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { CHART_WORDS, topicWords } from "@/lib/core/words/charts";
import { formatLevel } from "@/lib/core/words/format";

/** The heatmap on a phone: a row per pillar with its counts, which opens its topics, weakest first. */
export function HeatmapRows({
  columns,
  stages,
}: Readonly<{ columns: readonly HeatmapColumn[]; stages: readonly StageRef[] }>) {
  return (
    <div className="border-b border-line sm:hidden">
      {columns.map((column) => (
        <details key={column.pillar.id} className="group/row border-t border-line">
          <summary className="grid min-h-13 list-none grid-cols-[auto_1fr_auto_auto] items-center gap-x-2.5 gap-y-1 py-2 [&::-webkit-details-marker]:hidden">
            <StageMark stage={column.pillar.stage} size={15} />
            <span className="font-semibold">{column.pillar.name}</span>
            <span className="font-mono">{formatLevel(column.pillar.low)}</span>
            <Icon name="chevron-down" size={14} className="text-ink-2 group-open/row:rotate-180" />
            <Counts column={column} stages={stages} />
          </summary>
          <Later>
            <Topics topics={column.topics} />
          </Later>
        </details>
      ))}
    </div>
  );
}

function Counts({ column, stages }: Readonly<{ column: HeatmapColumn; stages: readonly StageRef[] }>) {
  const counts = heatmapCounts(column.topics, stages);
  return (
    <span className="col-span-3 col-start-2 flex flex-wrap items-center gap-x-3 text-note text-ink-2">
      {counts.stages.map(({ stage, topics }) => (
        <span key={stage.number} className="flex items-center gap-1">
          {topics} <StageMark stage={stage} size={12} />
        </span>
      ))}
      {counts.unknown > 0 && (
        <span>
          {counts.unknown} {CHART_WORDS.unknown}
        </span>
      )}
    </span>
  );
}

function Topics({ topics }: Readonly<{ topics: readonly TopicDatum[] }>) {
  return (
    <ul className="pb-3">
      {weakestFirst(topics).map((topic) => (
        <li key={topic.id} className="-mt-px">
          <a href={topic.href} aria-label={topicWords(topic)} className={clsx("heat-row", SOFT[topic.stage.tone])}>
            <StageMark stage={topic.stage} decorative />
            <span className="heat-name">
              {topic.name}
              {topic.gate && ` · ${CHART_WORDS.gate}`}
            </span>
            {topic.unknown > 0 && <span className="heat-unknown" />}
            <span className="font-mono">{formatLevel(topic.low)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
