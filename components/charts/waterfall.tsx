"use client";

import { Table, Td, Th } from "@/components/ui/table";
import { fittedLevelScale, type LevelScale } from "@/lib/core/charts/level-scale";
import type { TwoDates, WaterfallStep } from "@/lib/core/dashboard/dates/describe-dates";
import { CHART_WORDS } from "@/lib/core/words/charts";
import { formatDay, formatGain, formatLevel } from "@/lib/core/words/format";
import { ChartFrame } from "./chart-frame";
import { ChartTips } from "./chart-tips";
import { percent } from "./plot";

type Props = Readonly<{
  id: string;
  title: string;
  dates: Pick<TwoDates, "a" | "b" | "from" | "to" | "steps" | "sentence">;
  /** Number of stages. */
  stages: number;
  className?: string;
}>;

const ROW = "grid grid-cols-[8.5rem_1fr_3.5rem] items-center gap-x-3 max-sm:grid-cols-[6.5rem_1fr_3rem] max-sm:gap-x-2";
const HEIGHT = 28;
/** In levels: a year’s steps are a few hundredths each. */
const NARROWEST = 0.2;
const FOUR = { decimals: 4 };

/** From one level to the other, a bar for each cause: it begins where the one above ends. Gains filled, losses outlined. */
export function Waterfall({ id, title, dates, stages, className }: Props) {
  const { a, b, from, to, steps, sentence } = dates;
  const levels = fittedLevelScale([from, to, ...steps.map((step) => step.to)], { stages, narrowest: NARROWEST });
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={sentence}
      className={className}
      table={<StepsTable caption={title} dates={dates} />}
    >
      <ChartTips>
        <div className="grid text-note">
          <End day={a.day} label={a.label} level={from} levels={levels} />
          {steps.filter(shows).map((step) => (
            <Step key={step.cause} step={step} levels={levels} />
          ))}
          <End day={b.day} label={b.label} level={to} levels={levels} />
          <div className={ROW} aria-hidden>
            <span />
            <Axis levels={levels} />
          </div>
        </div>
      </ChartTips>
    </ChartFrame>
  );
}

/** A cause that moved nothing stands in the table alone. */
function shows({ change }: WaterfallStep): boolean {
  return formatGain(change) !== "0.00";
}

function End({
  day,
  label,
  level,
  levels,
}: Readonly<{ day: string; label: string; level: number; levels: LevelScale }>) {
  const words = `${formatDay(day)}, ${label}: ${formatLevel(level)}`;
  return (
    <div role="img" aria-label={words} data-tip className={ROW}>
      <span className="py-1 font-medium">{formatDay(day)}</span>
      <svg aria-hidden width="100%" height={HEIGHT} className="overflow-visible">
        <Grid levels={levels} />
        <circle
          cx={percent(levels.at(level))}
          cy={HEIGHT / 2}
          r="4.5"
          strokeWidth="2"
          className="fill-raised stroke-ink"
        />
      </svg>
      <span className="text-right font-mono font-semibold">{formatLevel(level)}</span>
    </div>
  );
}

function Step({ step, levels }: Readonly<{ step: WaterfallStep; levels: LevelScale }>) {
  const words = `${step.name}: ${formatGain(step.change)}, from ${formatLevel(step.from)} to ${formatLevel(step.to)}`;
  const [start, end] = [levels.at(Math.min(step.from, step.to)), levels.at(Math.max(step.from, step.to))];
  return (
    <div role="img" aria-label={words} data-tip className={ROW}>
      <span className="py-1">{step.name}</span>
      <svg aria-hidden width="100%" height={HEIGHT} className="overflow-visible">
        <Grid levels={levels} />
        <line
          x1={percent(levels.at(step.from))}
          x2={percent(levels.at(step.from))}
          y1={-HEIGHT / 2 + 6}
          y2={HEIGHT / 2}
          strokeDasharray="2 2"
          className="stroke-ink-3"
        />
        <rect
          x={percent(start)}
          width={percent(Math.max(end - start, 0.003))}
          y="6"
          height={HEIGHT - 12}
          strokeWidth="1.5"
          className={step.change >= 0 ? "fill-ink-2 stroke-ink-2" : "fill-raised stroke-ink-2"}
        />
      </svg>
      <span className="text-right font-mono">{formatGain(step.change)}</span>
    </div>
  );
}

function Grid({ levels }: Readonly<{ levels: LevelScale }>) {
  return levels.ticks.map((tick) => (
    <line
      key={tick}
      x1={percent(levels.at(tick))}
      x2={percent(levels.at(tick))}
      y1="0"
      y2={HEIGHT}
      className="stroke-line"
    />
  ));
}

function Axis({ levels }: Readonly<{ levels: LevelScale }>) {
  return (
    <svg aria-hidden width="100%" height="18" className="overflow-visible text-small">
      {levels.ticks.map((tick) => (
        <text key={tick} x={percent(levels.at(tick))} y="13" textAnchor="middle" className="fill-ink-2">
          {formatLevel(tick)}
        </text>
      ))}
    </svg>
  );
}

/** With four decimals, so that the parts can be added up. */
function StepsTable({ caption, dates }: Readonly<{ caption: string; dates: Props["dates"] }>) {
  const { a, b, from, to, steps } = dates;
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{CHART_WORDS.cause}</Th>
          <Th className="max-sm:hidden">What it is</Th>
          <Th numeric>{CHART_WORDS.change}</Th>
          <Th numeric>{CHART_WORDS.level}</Th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <Th scope="row">{formatDay(a.day)}</Th>
          <Td className="max-sm:hidden">{a.label}</Td>
          <Td />
          <Td numeric>{from.toFixed(4)}</Td>
        </tr>
        {steps.map(({ cause, name, what, change, to: level }) => (
          <tr key={cause}>
            <Th scope="row">{name}</Th>
            <Td className="max-sm:hidden">{what}</Td>
            <Td numeric>{formatGain(change, FOUR)}</Td>
            <Td numeric>{level.toFixed(4)}</Td>
          </tr>
        ))}
        <tr>
          <Th scope="row">{formatDay(b.day)}</Th>
          <Td className="max-sm:hidden">{b.label}</Td>
          <Td numeric>{formatGain(to - from, FOUR)}</Td>
          <Td numeric>{to.toFixed(4)}</Td>
        </tr>
      </tbody>
    </Table>
  );
}
