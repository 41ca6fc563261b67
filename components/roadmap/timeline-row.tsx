"use client";

import { clsx } from "clsx";
import { percent } from "@/components/charts/plot";
import { StageMark } from "@/components/marks/stage-mark";
import { FILL, SOFT_FILL, STROKE } from "@/components/marks/tones";
import { Icon } from "@/components/ui/icon";
import type { TimelineRow as Row, TimelineBar } from "@/lib/core/planning/timeline";
import { formatDays, planItemWords } from "@/lib/core/words/roadmap";
import { useRoadmap } from "./roadmap-context";
import { At, ROW_HEIGHT, TIMELINE_COLUMNS } from "./timeline-layout";

/** Pixels in a row. */
/** Bars that are shorter than this share of the axis carry their label beside them: always, and on narrow screens. */
const SHORT = { always: 0.04, narrow: 0.1 } as const;
const BAR = { top: 4, height: 18 } as const;

type Props = Readonly<{ row: Row; onActive: (initiative: string | null) => void }>;

/** One initiative: its name, and its bar on the axis. All of it opens the sheet. */
export function TimelineRow({ row: { item, bar }, onActive }: Props) {
  const { stage, open, hrefOf } = useRoadmap();
  const { tone, name } = stage(item.stage);
  const troubled = item.late || item.tooEarlyFor.length > 0;
  return (
    <li>
      <a
        href={hrefOf(item.initiative)}
        aria-label={planItemWords(item, name)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          open(item.initiative);
        }}
        onMouseEnter={() => onActive(item.initiative)}
        onMouseLeave={() => onActive(null)}
        onFocus={() => onActive(item.initiative)}
        onBlur={() => onActive(null)}
        className={clsx(TIMELINE_COLUMNS, "group/row h-[27px] items-center -outline-offset-2")}
      >
        <span className="flex h-full min-w-0 items-center gap-2.5 pr-3 group-hover/row:bg-sunk">
          <StageMark stage={stage(item.stage)} decorative />
          <span className="min-w-0 truncate text-body" title={item.title}>
            {item.title}
          </span>
          {troubled && <Icon name="warning" size={14} className="ml-auto text-danger" />}
        </span>
        <svg aria-hidden width="100%" height={ROW_HEIGHT} className="overflow-visible text-mini">
          {bar ? (
            <>
              <rect
                x={percent(bar.from)}
                y={BAR.top}
                width={percent(bar.to - bar.from)}
                height={BAR.height}
                rx="2"
                strokeWidth="1.4"
                strokeDasharray={item.late ? "4 2" : undefined}
                className={clsx(SOFT_FILL[tone], STROKE[tone], "group-hover/row:stroke-ink")}
              />
              {bar.worked > bar.from && (
                <rect
                  x={percent(bar.from)}
                  y={BAR.top + BAR.height - 5}
                  width={percent(bar.worked - bar.from)}
                  height="4"
                  className={FILL[tone]}
                />
              )}
              <BarLabel bar={bar}>{item.state === "done" ? "done" : formatDays(item.days)}</BarLabel>
              {bar.cutEnd && (
                <At x="100%">
                  <path d={`M-7 ${BAR.top + 5}l4 4-4 4`} fill="none" strokeWidth="1.4" className="stroke-ink-2" />
                </At>
              )}
            </>
          ) : (
            <text x="6" y={BAR.top + 12} className="fill-ink-2">
              {item.state === "done" ? "done" : "outside these quarters"}
            </text>
          )}
        </svg>
      </a>
    </li>
  );
}

function BarLabel({ bar, children }: Readonly<{ bar: TimelineBar; children: string }>) {
  const length = bar.to - bar.from;
  const y = BAR.top + 12;
  // Near the end of the axis there is no room beside it.
  const beside = bar.to < 0.92;
  const always = beside && length < SHORT.always;
  const narrow = beside && length < SHORT.narrow;
  return (
    <>
      {!always && (
        <At x={percent(bar.from)}>
          <text x="6" y={y} className={clsx("fill-ink", narrow && "max-lg:hidden")}>
            {children}
          </text>
        </At>
      )}
      {narrow && (
        <At x={percent(bar.to)}>
          <text x="5" y={y} className={clsx("fill-ink", !always && "lg:hidden")}>
            {children}
          </text>
        </At>
      )}
    </>
  );
}
