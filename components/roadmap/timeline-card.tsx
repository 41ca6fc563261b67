"use client";

import { clsx } from "clsx";
import { useState } from "react";
import { ChartTips } from "@/components/charts/chart-tips";
import { percent } from "@/components/charts/plot";
import { StageLabel } from "@/components/marks/stage-label";
import { dayNumber, dayOf } from "@/lib/core/charts/time-scale";
import { type Timeline, timelineOf } from "@/lib/core/planning/timeline";
import { formatDayShort } from "@/lib/core/words/format";
import { PLAN_ORDER } from "@/lib/core/words/roadmap";
import { CapacityStrip } from "./capacity-strip";
import { LevelStrip } from "./level-strip";
import { useRoadmap } from "./roadmap-context";
import { TimelineLinks } from "./timeline-links";
import { TimelineRow } from "./timeline-row";

/** Columns of every line: names, and the axis. What lies over the axis begins where the names end. */
export const TIMELINE_COLUMNS = "grid grid-cols-[var(--names)_1fr]";

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
        "rounded-md border border-line bg-raised px-4.5 pt-3 pb-4 [--names:13rem] lg:[--names:17rem] xl:[--names:21rem]",
        className,
      )}
    >
      <div className="relative">
        <Axis timeline={timeline} />
        <ChartTips>
          <LevelStrip timeline={timeline} />
        </ChartTips>
        <div className="relative">
          {timeline.groups.map(({ pillar, rows }) => (
            <section key={pillar} aria-labelledby={`timeline-${pillar}`}>
              <h3
                id={`timeline-${pillar}`}
                className="relative flex h-8 items-end border-b border-line pb-1.5 text-[0.78125rem]/4 font-semibold text-ink-2"
              >
                {pillarTitle(pillar)}
              </h3>
              <ol>
                {rows.map((row) => (
                  <TimelineRow key={row.item.initiative} row={row} onActive={setActive} />
                ))}
              </ol>
            </section>
          ))}
          <TimelineLinks timeline={timeline} active={active} />
        </div>
        <ChartTips>
          <CapacityStrip />
        </ChartTips>
        <Today timeline={timeline} />
      </div>
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

/** Quarter names, and their lines through the whole picture. */
function Axis({ timeline }: Readonly<{ timeline: Timeline }>) {
  const { plan } = useRoadmap();
  const quarters = plan.quarters.map((quarter) => ({ ...quarter, at: timeline.scale.at(quarter.start) }));
  const crowded = quarters.length > 8;
  return (
    <>
      <svg
        aria-hidden
        width="100%"
        height="100%"
        className="absolute inset-y-0 right-0 left-(--names) w-auto overflow-visible"
      >
        {quarters.map(({ start, at }) => (
          <line key={start} x1={percent(at)} x2={percent(at)} y1="24" y2="100%" className="stroke-line" />
        ))}
      </svg>
      <div className={TIMELINE_COLUMNS}>
        <span />
        <svg aria-hidden width="100%" height="28" className="overflow-visible text-[0.78125rem]">
          {quarters.map(({ start, label, at }, index) => (
            <svg key={start} x={percent(at)} className="overflow-visible">
              <text
                x="6"
                y="16"
                className={clsx("fill-ink-2", crowded && index % 2 === 1 && "max-lg:hidden")}
              >
                {label}
              </text>
            </svg>
          ))}
        </svg>
      </div>
    </>
  );
}

/** A line through the picture on today's day. */
function Today({ timeline }: Readonly<{ timeline: Timeline }>) {
  const { data } = useRoadmap();
  if (timeline.today === null) return null;
  const anchor = timeline.today < 0.06 ? "start" : timeline.today > 0.94 ? "end" : "middle";
  return (
    <svg
      role="img"
      aria-label={`Today, ${formatDayShort(data.today)}`}
      className="pointer-events-none absolute inset-y-0 right-0 left-(--names) h-full w-[calc(100%-var(--names))] overflow-visible"
    >
      <line
        x1={percent(timeline.today)}
        x2={percent(timeline.today)}
        y1="24"
        y2="100%"
        strokeWidth="1.4"
        className="stroke-ink"
      />
      <svg x={percent(timeline.today)} className="overflow-visible">
        <rect
          x={anchor === "start" ? -1 : anchor === "end" ? -89 : -45}
          y="26"
          width="90"
          height="18"
          rx="2"
          className="fill-ink"
        />
        <text
          x={anchor === "start" ? 44 : anchor === "end" ? -44 : 0}
          y="39"
          textAnchor="middle"
          className="fill-surface text-mini font-medium"
        >
          today, {formatDayShort(data.today)}
        </text>
      </svg>
    </svg>
  );
}

/** The exclusive end of a calendar day, as the axis wants it. */
export function dayAfter(day: string): string {
  return dayOf(dayNumber(day) + 1);
}
