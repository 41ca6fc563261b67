"use client";

import Link from "next/link";
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
  /** When the present pace leads to the target, with which odds, and that as a sentence. */
  odds?: readonly Odds[];
  pace?: string;
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
  pace,
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
      sentence={trendSentence({ snapshots, projection, target, by, pace })}
      actions={actions}
      className={className}
      table={<TrendTable caption={title} snapshots={snapshots} projection={projection} odds={odds} target={target} />}
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
          {target !== undefined && <TargetLine target={target} levels={levels} />}
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
          {target !== undefined && odds[0] && (
            <PaceLine from={snapshots.at(-1) ?? first} to={{ day: odds[0].day, level: target }} {...places} />
          )}
          {projection.slice(1).map((point) => (
            <circle
              key={point.day}
              cx={percent(time.at(point.day))}
              cy={yOf(point.level, places)}
              r="2"
              className="fill-accent"
            />
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

/** All along the axis, named at its beginning, where nothing has come near it yet. */
function TargetLine({ target, levels }: Readonly<{ target: number; levels: LevelScale }>) {
  const y = yOf(target, { levels, height: HEIGHT });
  return (
    <>
      <line x1="0" x2="100%" y1={y} y2={y} strokeDasharray="2 3" className="stroke-ink" />
      <text x="0" y={y - 6} className="fill-ink">
        {CHART_WORDS.target.toLowerCase()} {formatLevel(target)}
      </text>
    </>
  );
}

/** From now to where the target is met with even odds. */
function PaceLine({
  from,
  to,
  time,
  levels,
}: Readonly<{ from: TrendPoint; to: Readonly<{ day: string; level: number }> }> & Places) {
  return (
    <Stretched height={HEIGHT}>
      <path
        d={pathThrough(trendLine([from, to], { time, levels }), BOX)}
        fill="none"
        strokeDasharray="1 3"
        vectorEffect="non-scaling-stroke"
        className="stroke-ink-2"
      />
    </Stretched>
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
      <circle cx={x} cy={y} r="3.6" strokeWidth="1.6" className="fill-raised stroke-ink-2" />
      <text
        x={x}
        y={above ? y - 24 : y - 10}
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
  target,
}: Readonly<{
  caption: string;
  snapshots: readonly TrendPoint[];
  projection: readonly ProjectedPoint[];
  odds: readonly Odds[];
  target?: number;
}>) {
  const banded = projection.some(({ low }) => low !== undefined);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{CHART_WORDS.date}</Th>
          <Th>{CHART_WORDS.snapshot}</Th>
          <Th numeric>{CHART_WORDS.level}</Th>
          {banded && <Th numeric>{CHART_WORDS.span}</Th>}
        </tr>
      </thead>
      <tbody>
        {snapshots.map((point) => (
          <tr key={point.day}>
            <Th scope="row">{formatDay(point.day)}</Th>
            <Td>
              {point.href ? (
                <Link href={point.href} prefetch={false} className="link">
                  {point.name ?? CHART_WORDS.snapshot}
                </Link>
              ) : (
                (point.name ?? CHART_WORDS.snapshot)
              )}
            </Td>
            <Td numeric>{formatLevel(point.level)}</Td>
            {banded && <Td />}
          </tr>
        ))}
        {projection.slice(1).map((point) => (
          <tr key={point.day}>
            <Th scope="row">{formatDay(point.day)}</Th>
            <Td>{CHART_WORDS.projected}</Td>
            <Td numeric>{formatLevel(point.level)}</Td>
            {banded && (
              <Td numeric>
                {point.low === undefined ? "" : formatBand({ low: point.low, high: point.high ?? point.level })}
              </Td>
            )}
          </tr>
        ))}
        {odds.map((odd) => (
          <tr key={odd.share}>
            <Th scope="row">{formatDay(odd.day)}</Th>
            <Td>
              {CHART_WORDS.pace}, {formatPercent(odd.share)}
            </Td>
            <Td numeric>{target === undefined ? "" : formatLevel(target)}</Td>
            {banded && <Td />}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
