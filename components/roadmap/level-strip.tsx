"use client";

import { percent, STRETCHED_WIDTH, Stretched, yOf } from "@/components/charts/plot";
import { fittedLevelScale } from "@/lib/core/charts/level-scale";
import { pathThrough, stepLine } from "@/lib/core/charts/trend-geometry";
import { dayAfter, levelSteps, type Timeline } from "@/lib/core/planning/timeline";
import { formatDay, formatLevel } from "@/lib/core/words/format";
import { useRoadmap } from "./roadmap-context";
import { At, TIMELINE_COLUMNS } from "./timeline-layout";

const HEIGHT = 116;
/** Room over the plot for the word of the day. */
const ABOVE = 30;

/** The overall level that the plan leads to, on the timeline's axis: up at the end of each initiative. */
export function LevelStrip({ timeline }: Readonly<{ timeline: Timeline }>) {
  const { plan, data, stage } = useRoadmap();
  const steps = levelSteps(plan, data.today);
  const ends = plan.quarters.flatMap(({ label, end, levels }) =>
    levels?.overall ? [{ label, end, ...levels.overall }] : [],
  );
  const shown = [...steps.map(({ level }) => level), ...(plan.aim === null ? [] : [plan.aim])];
  const levels = fittedLevelScale(shown, { stages: data.stages.length });
  const decimals = levels.ticks.every((level) => Number.isInteger(Math.round(level * 100) / 10)) ? 1 : 2;
  const axes = { time: timeline.scale, levels };
  const y = (level: number) => yOf(level, { levels, height: HEIGHT });
  // Where the plan ends near its aim, the two words would stand on one another.
  const crowded = plan.aim !== null && Math.abs(y(plan.aim) - y(ends.at(-1)?.level ?? 1)) < 18;
  const done = plan.items.filter(({ state, opens }) => state === "done" && opens > 0).length;
  return (
    <div className={`${TIMELINE_COLUMNS} pt-1 pb-2`}>
      <div className="pt-6 pr-12">
        <h3 className="text-body font-semibold">Projected level</h3>
        <p className="text-small/4.5 text-ink-2">
          Scored anew at the end of each initiative.
          {done > 0 &&
            ` ${done} marked done ${done === 1 ? "counts" : "count"} here; in the score once the answers say so.`}
        </p>
      </div>
      <svg
        aria-label="Projected level at the end of each quarter"
        width="100%"
        height={HEIGHT + ABOVE + 8}
        className="overflow-visible text-small"
      >
        <g transform={`translate(0 ${ABOVE})`}>
          {levels.ticks.map((level) => (
            <g key={level} aria-hidden>
              <line x1="0" x2="100%" y1={y(level)} y2={y(level)} className="stroke-line" />
              <text x="-8" y={y(level) + 4} textAnchor="end" className="fill-ink-2">
                {level.toFixed(decimals)}
              </text>
            </g>
          ))}
          <Stretched height={HEIGHT}>
            <path
              d={pathThrough(stepLine(steps, axes), { width: STRETCHED_WIDTH, height: HEIGHT })}
              fill="none"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
              className="stroke-accent"
            />
          </Stretched>
          {plan.aim !== null && (
            <g aria-hidden>
              <line x1="0" x2="100%" y1={y(plan.aim)} y2={y(plan.aim)} strokeDasharray="2 3" className="stroke-ink" />
              <At x={crowded ? percent(timeline.today ?? 0) : "100%"}>
                <text
                  x={crowded ? 8 : 0}
                  y={y(plan.aim) - 6}
                  textAnchor={crowded ? "start" : "end"}
                  className="fill-ink"
                >
                  every target met: {formatLevel(plan.aim)}
                </text>
              </At>
            </g>
          )}
          {ends.map(({ label, end, level, stage: id }, index) => {
            const before = ends[index - 1]?.stage ?? plan.now.overall?.stage ?? id;
            const rises = before !== id;
            const words = `End of ${label}, ${formatDay(end)}: ${formatLevel(level)}, ${stage(id).name}`;
            return (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG is no control
              <g key={label} role="img" aria-label={words} data-tip>
                <circle
                  cx={percent(timeline.scale.at(dayAfter(end)))}
                  cy={y(level)}
                  r="4"
                  strokeWidth="1.8"
                  className="fill-raised stroke-accent"
                />
                {(rises || index === ends.length - 1) && (
                  <At x={percent(timeline.scale.at(dayAfter(end)))}>
                    <text x="-8" y={y(level) - 9} textAnchor="end" className="fill-ink font-medium">
                      {formatLevel(level)}
                      {rises && `, ${stage(id).name}`}
                    </text>
                  </At>
                )}
              </g>
            );
          })}
        </g>
      </svg>
    </div>
  );
}
