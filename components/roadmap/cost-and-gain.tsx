"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { ChartTips } from "@/components/charts/chart-tips";
import { percent } from "@/components/charts/plot";
import { Table, Td, Th } from "@/components/ui/table";
import {
  type CostAndGain as Costs,
  costAndGain,
  costSentence,
  costWords,
  type QuarterCost,
} from "@/lib/core/planning/cost-and-gain";
import type { DayRate } from "@/lib/core/planning/plan-view";
import { formatCount, formatLevel } from "@/lib/core/words/format";
import { formatDays, gainWords } from "@/lib/core/words/roadmap";
import { useRoadmap } from "./roadmap-context";

const TITLE = "Cost and gain";
const ROW =
  "grid grid-cols-[4rem_1fr_4rem_1fr_6.5rem] items-center gap-x-3 max-sm:grid-cols-[3rem_1fr_2rem_1fr_5.25rem] max-sm:gap-x-2";

/** What each quarter takes, in person-days and, with a rate, in money, beside what it brings. */
export function CostAndGain() {
  const { plan, store } = useRoadmap();
  const costs = costAndGain(plan);
  const { rate } = store.settings;
  if (costs.quarters.length === 0) return null;
  const most = {
    days: Math.max(...costs.quarters.map(({ days }) => days), 1),
    gain: Math.max(...costs.quarters.map(({ gain }) => gain), 0.01),
  };
  return (
    <ChartFrame
      id="cost"
      title={TITLE}
      sentence={costSentence(costs, rate)}
      table={<CostTable costs={costs} rate={rate} />}
    >
      <ChartTips>
        <div className={`${ROW} pb-1 text-small text-ink-2`} aria-hidden>
          <span />
          <span className="col-span-2">Person-days</span>
          <span className="col-span-2">Overall</span>
        </div>
        {costs.quarters.map((quarter) => (
          <QuarterBars key={quarter.start} quarter={quarter} most={most} rate={rate} />
        ))}
      </ChartTips>
    </ChartFrame>
  );
}

function QuarterBars({
  quarter: { label, days, gain, level },
  most,
  rate,
}: Readonly<{ quarter: QuarterCost; most: Readonly<{ days: number; gain: number }>; rate: DayRate | null }>) {
  const cost = rate ? `, ${costWords(days, rate)}` : "";
  const words = `${label}: ${formatDays(days)}${cost}, ${gainWords(gain)} to ${formatLevel(level)}`;
  return (
    <div role="img" aria-label={words} data-tip className={`${ROW} border-t border-line py-1 text-note`}>
      <span className="font-medium">{label}</span>
      <Bar share={days / most.days} className="fill-raised stroke-ink-2" />
      <span className="text-right font-mono">{formatCount(Math.round(days))}</span>
      <Bar share={Math.max(gain, 0) / most.gain} className="fill-ink-2 stroke-ink-2" />
      <span className="text-right font-mono whitespace-nowrap max-sm:text-small">{gainWords(gain)}</span>
    </div>
  );
}

function Bar({ share, className }: Readonly<{ share: number; className: string }>) {
  return (
    <svg aria-hidden width="100%" height="14">
      {share > 0 && (
        <rect x="1" y="2" width={percent(share * 0.98)} height="10" strokeWidth="1.5" className={className} />
      )}
    </svg>
  );
}

function CostTable({ costs, rate }: Readonly<{ costs: Costs; rate: DayRate | null }>) {
  return (
    <Table caption={TITLE}>
      <thead>
        <tr>
          <Th>Quarter</Th>
          <Th numeric>Person-days</Th>
          {rate && <Th numeric>Cost</Th>}
          <Th numeric>Gain</Th>
          <Th numeric>Level at its end</Th>
        </tr>
      </thead>
      <tbody>
        {costs.quarters.map(({ label, start, days, gain, level }) => (
          <tr key={start}>
            <Th scope="row">{label}</Th>
            <Td numeric>{formatCount(Math.round(days))}</Td>
            {rate && <Td numeric>{costWords(days, rate)}</Td>}
            <Td numeric>{gainWords(gain)}</Td>
            <Td numeric>{formatLevel(level)}</Td>
          </tr>
        ))}
        <tr>
          <Th scope="row">All</Th>
          <Td numeric>{formatCount(Math.round(costs.days))}</Td>
          {rate && <Td numeric>{costWords(costs.days, rate)}</Td>}
          <Td numeric>{gainWords(costs.gain)}</Td>
          <Td />
        </tr>
      </tbody>
    </Table>
  );
}
