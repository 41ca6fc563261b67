"use client";

import { clsx } from "clsx";
import { percent } from "@/components/charts/plot";
import { capacityColumns } from "@/lib/core/charts/capacity";
import { dayAfter, type Timeline } from "@/lib/core/planning/timeline";
import { capacityWords } from "@/lib/core/words/charts";
import { formatCount } from "@/lib/core/words/format";
import { personDays } from "@/lib/core/words/roadmap";
import { useRoadmap } from "./roadmap-context";
import { TIMELINE_COLUMNS } from "./timeline-layout";

const HEIGHT = 44;

/** Person-days planned in each quarter of those there are, under the quarters they belong to. */
export function CapacityStrip({ timeline }: Readonly<{ timeline: Timeline }>) {
  const { plan } = useRoadmap();
  const capacity = plan.quarters[0]?.capacity ?? 0;
  const columns = capacityColumns(
    plan.quarters.map(({ label, start, end, used, capacity }) => ({
      id: start,
      name: label,
      start,
      end,
      used,
      capacity,
    })),
  );
  const over = plan.quarters.some((quarter) => quarter.used > quarter.capacity + 1e-6);
  return (
    <div className={clsx(TIMELINE_COLUMNS, "pt-4")}>
      <div className="pr-3">
        <h3 className="text-body font-semibold">Capacity</h3>
        <p className="text-small/4.5 text-ink-2">
          {personDays(capacity)} a quarter{over && "; work that people fixed takes more"}
        </p>
      </div>
      <svg aria-label="Capacity" width="100%" height={HEIGHT} className="overflow-visible text-small">
        {columns.map(({ period, there, used, over }) => {
          const from = timeline.scale.at(period.start);
          const to = timeline.scale.at(dayAfter(period.end));
          return (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG is no control
            <g key={period.id} role="img" aria-label={capacityWords(period)} data-tip>
              <svg
                aria-hidden
                x={percent(from)}
                width={percent(to - from)}
                height={HEIGHT}
                className="overflow-visible"
              >
                <svg aria-hidden x="3%" width="94%" height={HEIGHT} className="overflow-visible">
                  <rect
                    y={HEIGHT * (1 - there)}
                    width="100%"
                    height={HEIGHT * there}
                    className="fill-sunk stroke-line"
                  />
                  <rect y={HEIGHT * (1 - used)} width="100%" height={HEIGHT * used} className="fill-line-strong" />
                  {over > 0 && (
                    <rect y={HEIGHT * (1 - used - over)} width="100%" height={HEIGHT * over} className="fill-danger" />
                  )}
                  <text x="50%" y={HEIGHT - 6} textAnchor="middle" className="fill-ink">
                    {formatCount(Math.round(period.used))}
                  </text>
                </svg>
              </svg>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
