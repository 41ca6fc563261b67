"use client";

import { LevelBar } from "@/components/marks/level-bar";
import { StageMark } from "@/components/marks/stage-mark";
import { LinkArea } from "@/components/ui/link-area";
import type { PillarView } from "@/lib/core/models/describe-model";
import { formatBand, formatLevel, formatNames } from "@/lib/core/words/format";
import { ModelTopicRow } from "./model-topic-row";

/**
 * One pillar of a model with its topics: where it stands and why, then topic by topic. A client component because of its size, so that
 * what it shows is sent once.
 */
export function ModelPillar({ pillar, threshold }: Readonly<{ pillar: PillarView; threshold: number }>) {
  const { id, title, stage, low, high, verified, reason, topics, leftOut } = pillar;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="min-w-0 scroll-mt-4 rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5"
    >
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_auto] items-center gap-x-5 gap-y-1 max-sm:grid-cols-[1fr_auto]">
        <h2 id={`${id}-title`} className="text-head font-semibold">
          {title}
        </h2>
        <div className="max-sm:order-1 max-sm:col-span-2">
          <LevelBar name={title} tone={stage.tone} {...{ low, high, verified }} stages={stage.of} />
        </div>
        <div className="text-right">
          <span className="font-mono">{formatBand({ low, high })}</span>
          <span className="block text-small text-ink-2">verified {formatLevel(verified)}</span>
        </div>
      </div>
      <p className="mt-1 mb-3 flex items-start gap-x-2 text-note text-ink-2">
        <StageMark stage={stage} className="mt-0.5" />
        <span>{reason}</span>
      </p>
      <LinkArea>
        <ul>
          {topics.map((topic) => (
            <ModelTopicRow key={topic.id} topic={topic} threshold={threshold} />
          ))}
        </ul>
      </LinkArea>
      {leftOut.length > 0 && (
        <p className="mt-2 text-note text-ink-2">Out of scope or not applicable: {formatNames(leftOut)}.</p>
      )}
    </section>
  );
}
