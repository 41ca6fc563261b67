import type { ReactNode } from "react";
import { Table, Td, Th } from "@/components/ui/table";
import { fittedLevelScale } from "@/lib/core/charts/level-scale";
import { quarterTicks, timeScale } from "@/lib/core/charts/time-scale";
import { bandOutline, pathThrough, stepLine } from "@/lib/core/charts/trend-geometry";
import type { Odds, ProjectedPoint } from "@/lib/core/charts/types";
import { CHART_WORDS, planSentence } from "@/lib/core/words/charts";
import { formatBand, formatDay, formatLevel } from "@/lib/core/words/format";
import { ChartFrame } from "./chart-frame";
import { Plot, percent, STRETCHED_WIDTH, Stretched, yOf } from "./plot";
import { TrendLive } from "./trend-live";

type Props = Readonly<{
  id: string;
  title: string;
  /** The level now, then at the end of each period, from the real scoring. */
  points: readonly ProjectedPoint[];
  /** The last day of the axis, YYYY-MM-DD. */
  end: string;
  target?: number;
  odds?: readonly Odds[];
  stages: number;
  actions?: ReactNode;
  className?: string;
}>;

const HEIGHT = 140;

/** What a plan leads to: the level holds through each period and rises at its end, where it is scored anew. */
export function ProjectedLevel({ id, title, points, end, target, odds = [], stages, actions, className }: Props) {
  const now = points[0];
  if (!now) return null;
  const time = timeScale({ from: now.day, to: end });
  const shown = points.flatMap((point) => [point.level, point.low ?? point.level, point.high ?? point.level]);
  const levels = fittedLevelScale(target === undefined ? shown : [...shown, target], { stages });
  const box = { width: STRETCHED_WIDTH, height: HEIGHT };
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={planSentence({ projection: points, target, odds })}
      actions={actions}
      className={className}
      table={<PointsTable caption={title} points={points} />}
    >
      <TrendLive
        label={title}
        snapshots={[now]}
        projection={points}
        from={time.from}
        to={time.to}
        low={levels.low}
        high={levels.high}
        height={HEIGHT}
      >
        <Plot height={HEIGHT} levels={levels} decimals={2} ticks={quarterTicks(time)} form="column">
          <Stretched height={HEIGHT}>
            <path d={pathThrough(bandOutline(points, { time, levels }), box)} className="fill-accent-soft" />
            <path
              d={pathThrough(stepLine(points, { time, levels }), box)}
              fill="none"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
              className="stroke-accent"
            />
          </Stretched>
          {target !== undefined && (
            <>
              <line
                x1="0"
                x2="100%"
                y1={yOf(target, { levels, height: HEIGHT })}
                y2={yOf(target, { levels, height: HEIGHT })}
                strokeDasharray="2 3"
                className="stroke-ink"
              />
              <text x="6" y={yOf(target, { levels, height: HEIGHT }) - 6} className="fill-ink">
                {CHART_WORDS.target.toLowerCase()} {formatLevel(target)}
              </text>
            </>
          )}
          {points.map((point) => (
            <circle
              key={point.day}
              cx={percent(time.at(point.day))}
              cy={yOf(point.level, { levels, height: HEIGHT })}
              r="3.2"
              strokeWidth="1.6"
              className="fill-raised stroke-accent"
            />
          ))}
        </Plot>
      </TrendLive>
    </ChartFrame>
  );
}

function PointsTable({ caption, points }: Readonly<{ caption: string; points: readonly ProjectedPoint[] }>) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{CHART_WORDS.date}</Th>
          <Th numeric>{CHART_WORDS.level}</Th>
          <Th numeric>{CHART_WORDS.span}</Th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.day}>
            <Th scope="row">{formatDay(point.day)}</Th>
            <Td numeric>{formatLevel(point.level)}</Td>
            <Td numeric>
              {point.low === undefined ? "" : formatBand({ low: point.low, high: point.high ?? point.level })}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
