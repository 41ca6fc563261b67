"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { dayNumber, dayOf } from "@/lib/core/charts/time-scale";
import { CHART_WORDS } from "@/lib/core/words/charts";
import { formatBand, formatDay, formatLevel } from "@/lib/core/words/format";
import type { LiveProps } from "./trend-live-props";

type Datum = Readonly<{
  time: number;
  snapshot?: number;
  projected?: number;
  low?: number;
  high?: number;
  name?: string;
}>;

/** Nothing is drawn but what answers the pointer and the keys; the lines below are the server's. */
export function TrendLayer({
  label,
  snapshots,
  projection,
  from,
  to,
  low,
  high,
  height,
  focusAtOnce,
  onReady,
}: LiveProps & Readonly<{ focusAtOnce: boolean; onReady: () => void }>) {
  const frame = useRef<HTMLDivElement>(null);
  const data = useMemo(() => merge(snapshots, projection), [snapshots, projection]);

  const takeOver = useCallback(() => {
    if (focusAtOnce) frame.current?.querySelector<SVGElement>(".recharts-surface[tabindex]")?.focus();
    onReady();
  }, [focusAtOnce, onReady]);

  return (
    <div ref={frame}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={data} margin={NO_MARGIN} accessibilityLayer title={label}>
          <XAxis dataKey="time" type="number" domain={[dayNumber(from), dayNumber(to)]} hide />
          <YAxis domain={[low, high]} hide />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--ink-3)" }}
            content={({ active, payload }) => (active ? <Bubble datum={payload[0]?.payload} /> : null)}
          />
          <Line dataKey="projected" stroke="none" dot={false} activeDot={DOT} isAnimationActive={false} />
          <Line dataKey="snapshot" stroke="none" dot={false} activeDot={DOT} isAnimationActive={false} />
          <WhenDrawn run={takeOver} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Inside the chart, so that the chart's own element is there when it runs: that waits for a measurement first. */
function WhenDrawn({ run }: Readonly<{ run: () => void }>) {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) run();
    first.current = false;
  }, [run]);
  return null;
}

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };
const DOT = { r: 5, stroke: "var(--ink)", fill: "var(--raised)", strokeWidth: 2 };

function Bubble({ datum }: Readonly<{ datum: Datum | undefined }>) {
  if (!datum) return null;
  const level = datum.snapshot ?? datum.projected ?? 0;
  const kind = datum.snapshot === undefined ? CHART_WORDS.projected : (datum.name ?? CHART_WORDS.snapshot);
  return (
    <div className="rounded border border-line-strong bg-raised px-2.5 py-1.5 text-small shadow-md">
      <div className="text-ink-2">
        {formatDay(dayOf(datum.time))} · {kind}
      </div>
      <div className="font-mono font-semibold">{formatLevel(level)}</div>
      {datum.low !== undefined && datum.high !== undefined && (
        <div className="text-ink-2">
          {CHART_WORDS.span}: {formatBand({ low: datum.low, high: datum.high })}
        </div>
      )}
    </div>
  );
}

function merge(snapshots: LiveProps["snapshots"], projection: LiveProps["projection"]): Datum[] {
  const now = snapshots.at(-1)?.day;
  return [
    ...snapshots.map((point) => ({ time: dayNumber(point.day), snapshot: point.level, name: point.name })),
    ...projection
      .filter((point) => point.day !== now)
      .map((point) => ({ time: dayNumber(point.day), projected: point.level, low: point.low, high: point.high })),
  ];
}
