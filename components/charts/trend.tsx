"use client";

import type { ReactNode } from "react";
import { Table, Td, Th } from "@/components/ui/table";
import { type LevelScale, wholeLevelScale } from "@/lib/core/charts/level-scale";
import { addMonths, monthTicks, type TimeScale, tickMonths, timeScale } from "@/lib/core/charts/time-scale";
import { bandOutline, pathThrough, trendLine } from "@/lib/core/charts/trend-geometry";
import type { Odds, ProjectedPoint, TrendPoint } from "@/lib/core/charts/types";
import { CHART_WORDS, trendSentence } from "@/lib/core/words/charts";
import { formatBand, formatDay, formatLevel, formatPercent } from "@/lib/core/words/format";
import { ChartFrame } from "./chart-frame";
import { Plot, percent, STRETCHED_WIDTH, Stretched, yOf } from "./plot";
import { TrendLive } from "./trend-live";

type Props = Readonly<{
  id: string;
  title: string;
  /** Snapshots in order of time; the last is now. */
  snapshots: readonly TrendPoint[];
  /** What the plan leads to; begins with now. Empty without a plan. */
  projection?: readonly ProjectedPoint[];
  target?: number;
  /** The day by which, YYYY-MM-DD. */
  by?: string;
  odds?: readonly Odds[];
  /** Number of stages. */
  stages: number;
  actions?: ReactNode;
  className?: string;
}>;

const HEIGHT = 200;

/** The level over time, to scale: snapshots as rings, the plan dashed with its band, the target as a line, the odds on it. */
export function Trend({
  id,
  title,
  snapshots,
  projection = [],
  target,
  by,
  odds = [],
  stages,
  actions,
  className,
}: Props) {
  const first = snapshots[0];
  const goal = target === undefined || by === undefined ? [] : [by];
  const lastDay = [...[...snapshots, ...projection, ...odds].map((point) => point.day), ...goal].sort().at(-1);
  if (!first || !lastDay) return null;
  const time = timeScale({ from: first.day, to: lastDay > first.day ? lastDay : addMonths(first.day, 12) });
  const levels = wholeLevelScale(stages);
  const places = { time, levels, height: HEIGHT };
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={trendSentence({ snapshots, projection, target, by, odds })}
      actions={actions}
      className={className}
      table={<TrendTable caption={title} snapshots={snapshots} projection={projection} odds={odds} />}
    >
      <TrendLive
        label={title}
        snapshots={snapshots}
        projection={projection}
        from={time.from}
        to={time.to}
        low={1}
        high={stages}
        height={HEIGHT}
      >
        <Plot
          height={HEIGHT}
          levels={levels}
          decimals={0}
          ticks={monthTicks(time, { months: tickMonths(time, { most: 6 }) })}
          form="line"
        >
          {target !== undefined && (
            <TargetLine target={target} from={time.at(snapshots.at(-1)?.day ?? time.from)} levels={levels} />
          )}
          <Stretched height={HEIGHT}>
            <path d={pathThrough(bandOutline(projection, { time, levels }), BOX)} className="fill-accent-soft" />
            <path
              d={pathThrough(trendLine(projection, { time, levels }), BOX)}
              fill="none"
              strokeWidth="1.8"
              strokeDasharray="4 3"
              vectorEffect="non-scaling-stroke"
              className="stroke-accent"
            />
            <path
              d={pathThrough(trendLine(snapshots, { time, levels }), BOX)}
              fill="none"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
              className="stroke-ink"
            />
          </Stretched>
          {snapshots.map((point) => (
            <Snapshot key={point.day} point={point} {...places} />
          ))}
          {target !== undefined &&
            odds.map((odd, index) => (
              <OddsMark key={odd.share} odd={odd} above={index % 2 === 1} target={target} {...places} />
            ))}
        </Plot>
      </TrendLive>
    </ChartFrame>
  );
}

const BOX = { width: STRETCHED_WIDTH, height: HEIGHT };

type Places = Readonly<{ time: TimeScale; levels: LevelScale; height: number }>;

/** From now on, or, where the axis ends with now, all along it. */
function TargetLine({ target, from, levels }: Readonly<{ target: number; from: number; levels: LevelScale }>) {
  const y = yOf(target, { levels, height: HEIGHT });
  const start = percent(from > 0.8 ? 0 : from);
  return (
    <>
      <line x1={start} x2="100%" y1={y} y2={y} strokeDasharray="2 3" className="stroke-ink" />
      <text x={start} y={y - 6} className="fill-ink">
        {CHART_WORDS.target.toLowerCase()} {formatLevel(target)}
      </text>
    </>
  );
}

function Snapshot({ point, time, levels, height }: Readonly<{ point: TrendPoint }> & Places) {
  const x = percent(time.at(point.day));
  const y = yOf(point.level, { levels, height });
  const atStart = time.at(point.day) < 0.04;
  return (
    <>
      <circle cx={x} cy={y} r="3.6" strokeWidth="1.6" className="fill-raised stroke-ink" />
      <text
        x={x}
        y={y - 10}
        dx={atStart ? -4 : 0}
        textAnchor={atStart ? "start" : "middle"}
        className="fill-ink font-mono"
      >
        {formatLevel(point.level)}
      </text>
    </>
  );
}

function OddsMark({
  odd,
  target,
  above,
  time,
  levels,
  height,
}: Readonly<{ odd: Odds; target: number; above: boolean }> & Places) {
  const x = percent(time.at(odd.day));
  const y = yOf(target, { levels, height });
  return (
    <>
      <circle cx={x} cy={y} r="3.6" strokeWidth="1.6" className="fill-raised stroke-accent" />
      <text
        x={x}
        y={above ? y - 10 : y + 18}
        textAnchor={time.at(odd.day) > 0.95 ? "end" : "middle"}
        className="fill-ink"
      >
        {formatPercent(odd.share)}
      </text>
    </>
  );
}

function TrendTable({
  caption,
  snapshots,
  projection,
  odds,
}: Readonly<{
  caption: string;
  snapshots: readonly TrendPoint[];
  projection: readonly ProjectedPoint[];
  odds: readonly Odds[];
}>) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{CHART_WORDS.date}</Th>
          <Th>{CHART_WORDS.snapshot}</Th>
          <Th numeric>{CHART_WORDS.level}</Th>
          {projection.length > 0 && <Th numeric>{CHART_WORDS.span}</Th>}
        </tr>
      </thead>
      <tbody>
        {snapshots.map((point) => (
          <tr key={point.day}>
            <Th scope="row">{formatDay(point.day)}</Th>
            <Td>{point.name ?? CHART_WORDS.snapshot}</Td>
            <Td numeric>{formatLevel(point.level)}</Td>
            {projection.length > 0 && <Td />}
          </tr>
        ))}
        {projection.slice(1).map((point) => (
          <tr key={point.day}>
            <Th scope="row">{formatDay(point.day)}</Th>
            <Td>{CHART_WORDS.projected}</Td>
            <Td numeric>{formatLevel(point.level)}</Td>
            <Td numeric>
              {point.low === undefined ? "" : formatBand({ low: point.low, high: point.high ?? point.level })}
            </Td>
          </tr>
        ))}
        {odds.map((odd) => (
          <tr key={odd.share}>
            <Th scope="row">{formatDay(odd.day)}</Th>
            <Td>
              {CHART_WORDS.target}, {formatPercent(odd.share)}
            </Td>
            <Td />
            <Td />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
