"use client";

import { clsx } from "clsx";
import { type ReactNode, useState } from "react";
import { ChartTips } from "@/components/charts/chart-tips";
import { percent } from "@/components/charts/plot";
import { StageLabel } from "@/components/marks/stage-label";
import { type Timeline, timelineOf } from "@/lib/core/planning/timeline";
import { formatDayShort } from "@/lib/core/words/format";
import { PLAN_ORDER } from "@/lib/core/words/roadmap";
import { CapacityStrip } from "./capacity-strip";
import { LevelStrip } from "./level-strip";
import { useRoadmap } from "./roadmap-context";
import { At, AxisLayer, TIMELINE_COLUMNS } from "./timeline-layout";
import { CrossLinks, GroupLinks } from "./timeline-links";
import { TimelineRow } from "./timeline-row";

/** Pixels: the lines begin under the names of the quarters. */
const HEAD = 24;

/** The plan to scale: projected level, initiatives by pillar, capacity, all on one axis of quarters. */
export function TimelineCard({ className }: Readonly<{ className?: string }>) {
  const { plan, data, stage, pillarTitle } = useRoadmap();
  const [active, setActive] = useState<string | null>(null);
  const timeline = timelineOf(
    plan,
    data.pillars.map(({ id }) => id),
    data.today,
  );
  const unknown = plan.items.reduce((sum, item) => sum + item.unknown, 0);
  return (
    <section
      aria-label="Timeline"
      className={clsx(
        "rounded-md border border-line bg-raised px-4.5 pt-3 pb-4 [--names:15rem] lg:[--names:18rem] xl:[--names:24rem] 2xl:[--names:30rem]",
        className,
      )}
    >
      <Block timeline={timeline} from={HEAD}>
        <QuarterNames timeline={timeline} />
        <ChartTips>
          <LevelStrip timeline={timeline} />
        </ChartTips>
        <TodayFlag timeline={timeline} />
      </Block>
      <div className="relative">
        {timeline.groups.map((group) => (
          <Block key={group.pillar} timeline={timeline}>
            <section aria-labelledby={`timeline-${group.pillar}`}>
              <h3
                id={`timeline-${group.pillar}`}
                className="relative flex h-8 items-end border-b border-line pb-1.5 text-small font-semibold text-ink-2"
              >
                {pillarTitle(group.pillar)}
              </h3>
              <ol>
                {group.rows.map((row) => (
                  <TimelineRow key={row.item.initiative} row={row} onActive={setActive} />
                ))}
              </ol>
            </section>
            <GroupLinks group={group} links={timeline.links} active={active} />
          </Block>
        ))}
        <CrossLinks timeline={timeline} active={active} />
      </div>
      <Block timeline={timeline}>
        <ChartTips>
          <CapacityStrip timeline={timeline} />
        </ChartTips>
      </Block>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1.5 text-small text-ink-2">
        <span>{PLAN_ORDER}, each time with what it builds on; not proven to be the best plan.</span>
        <span className="flex flex-wrap gap-x-4">
          {data.stages.slice(1).map(({ id }) => (
            <StageLabel key={id} stage={stage(id)} size="small" />
          ))}
          <span>by most of what it delivers</span>
        </span>
        {unknown > 0 && (
          <span>
            The plan reckons {unknown} criteria that are not known yet as not met; answering them may shorten it.
          </span>
        )}
      </div>
    </section>
  );
}

/**
 * A part of the picture with the lines of quarters behind it and that of today over it. Each part has its own, so that
 * they are right on every page of a print.
 */
function Block({
  timeline: { scale, today },
  from = 0,
  children,
}: Readonly<{ timeline: Timeline; from?: number; children: ReactNode }>) {
  const { plan } = useRoadmap();
  return (
    <div className="relative print:break-inside-avoid">
      <AxisLayer>
        {plan.quarters.map(({ start }) => (
          <line
            key={start}
            x1={percent(scale.at(start))}
            x2={percent(scale.at(start))}
            y1={from}
            y2="100%"
            className="stroke-line"
          />
        ))}
      </AxisLayer>
      <div className="relative">{children}</div>
      {today !== null && (
        <AxisLayer>
          <line x1={percent(today)} x2={percent(today)} y1={from} y2="100%" strokeWidth="1.4" className="stroke-ink" />
        </AxisLayer>
      )}
    </div>
  );
}

function QuarterNames({ timeline: { scale } }: Readonly<{ timeline: Timeline }>) {
  const { plan } = useRoadmap();
  const crowded = plan.quarters.length > 8;
  return (
    <div className={TIMELINE_COLUMNS}>
      <span />
      <svg aria-hidden width="100%" height="28" className="overflow-visible text-small">
        {plan.quarters.map(({ start, label }, index) => (
          <At key={start} x={percent(scale.at(start))}>
            <text x="6" y="16" className={clsx("fill-ink-2", crowded && index % 2 === 1 && "max-lg:hidden")}>
              {label}
            </text>
          </At>
        ))}
      </svg>
    </div>
  );
}

function TodayFlag({ timeline: { today } }: Readonly<{ timeline: Timeline }>) {
  const { data } = useRoadmap();
  if (today === null) return null;
  const left = today < 0.06 ? -1 : today > 0.94 ? -89 : -45;
  return (
    <AxisLayer label={`Today, ${formatDayShort(data.today)}`}>
      <At x={percent(today)}>
        <rect x={left} y={HEAD + 2} width="90" height="18" rx="2" className="fill-ink" />
        <text x={left + 45} y={HEAD + 15} textAnchor="middle" className="fill-surface text-mini font-medium">
          today, {formatDayShort(data.today)}
        </text>
      </At>
    </AxisLayer>
  );
}
