"use client";

import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { LevelBar } from "@/components/marks/level-bar";
import type { TagDatum } from "@/lib/core/charts/types";
import { tagsSentence } from "@/lib/core/words/charts";
import { formatLevel } from "@/lib/core/words/format";
import { levelBarWords } from "@/lib/core/words/marks";
import { ChartFrame } from "./chart-frame";
import { ChartTips } from "./chart-tips";
import { LevelsTable } from "./levels-table";

type Props = Readonly<{
  id: string;
  title: string;
  /** What the rows are: "Principle". */
  of: string;
  tags: readonly TagDatum[];
  stages: number;
  actions?: ReactNode;
  className?: string;
}>;

/** Levels without a stage (principles, drivers, frameworks): neutral bars, no mark. */
export function TagBars({ id, title, of, tags, stages, actions, className }: Props) {
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={tagsSentence(tags)}
      actions={actions}
      className={className}
      table={<LevelsTable caption={title} of={of} rows={tags} />}
    >
      <ChartTips>
        <div className="grid grid-cols-[1fr_auto] items-center gap-x-3.5 gap-y-1">
          {tags.map((tag) => (
            <Fragment key={tag.id}>
              <span className="font-medium">
                {tag.href ? (
                  <Link href={tag.href} prefetch={false} className="hover:underline">
                    {tag.name}
                  </Link>
                ) : (
                  tag.name
                )}
              </span>
              <span className="font-mono">{formatLevel(tag.low)}</span>
              <div role="img" aria-label={levelBarWords(tag)} data-tip className="col-span-2 -mt-1 mb-1">
                <LevelBar {...bar(tag)} stages={stages} tone="neutral" thickness={10} decorative />
              </div>
            </Fragment>
          ))}
        </div>
      </ChartTips>
    </ChartFrame>
  );
}

function bar({ name, low, high, verified, last, target }: TagDatum) {
  return { name, low, high, verified, last, target };
}
