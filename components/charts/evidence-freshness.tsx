"use client";

import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { EvidenceFreshness, FreshnessMonth } from "@/lib/core/dashboard/evidence-freshness";
import { CHART_WORDS } from "@/lib/core/words/charts";
import { formatCount, formatLevel, formatNumberOf } from "@/lib/core/words/format";
import { freshnessWords, monthWords } from "@/lib/core/words/freshness";
import { ChartFrame } from "./chart-frame";
import { ChartTips } from "./chart-tips";

type Props = Readonly<{ id: string; title: string; freshness: EvidenceFreshness; className?: string }>;

const HEIGHT = 112;
const WORDS = {
  dated: "Dated",
  expiring: "Expire",
  older: "older",
  later: "later",
  month: "Month",
  what: "What",
};

/** What counts on a day by the month of its date, filled, and by the month in which it expires, outlined; the day between them. */
export function EvidenceFreshnessChart({ id, title, freshness, className }: Props) {
  const { now, past, ahead, lasting, sentence } = freshness;
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={sentence}
      className={className}
      table={
        <LinkArea>
          <FreshnessTable caption={title} freshness={freshness} />
        </LinkArea>
      }
    >
      <LinkArea>
        <ChartTips>
          <Columns now={now} past={past} ahead={ahead} />
        </ChartTips>
      </LinkArea>
      <p className="mt-2 text-small text-ink-2">
        Filled: when it was so. Outlined: when it expires.
        {lasting > 0 && ` ${formatNumberOf(lasting, "piece")} ${lasting === 1 ? "doesn’t" : "don’t"} expire.`}
      </p>
    </ChartFrame>
  );
}

function Columns({ now, past, ahead }: Pick<EvidenceFreshness, "now" | "past" | "ahead">) {
  const most = Math.max(...[...past, ...ahead].map(({ pieces }) => pieces), 1);
  const step = 100 / (past.length + ahead.length);
  const middle = step * past.length;
  const place = (index: number, pieces: number) => {
    const height = pieces === 0 ? 0 : Math.max((pieces / most) * (HEIGHT - 18), 2);
    return { x: index * step, y: HEIGHT - height, height, width: step };
  };
  return (
    <svg width="100%" height={HEIGHT + 22} className="overflow-visible text-small">
      <title>{`${WORDS.dated}, ${WORDS.expiring.toLowerCase()}`}</title>
      <line x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} className="stroke-line-strong" />
      {past.map((month, i) => (
        <Column key={month.to ?? ""} month={month} kind="dated" {...place(i, month.pieces)} />
      ))}
      {ahead.map((month, i) => (
        <Column key={month.from ?? ""} month={month} kind="expiring" {...place(past.length + i, month.pieces)} />
      ))}
      <line
        x1={`${middle}%`}
        x2={`${middle}%`}
        y1={HEIGHT - 3}
        y2={HEIGHT + 6}
        strokeWidth="2"
        className="stroke-ink"
      />
      <g aria-hidden className="fill-ink-2">
        <text x="0" y={HEIGHT + 18}>
          {WORDS.older}
        </text>
        <text x={`${middle}%`} y={HEIGHT + 18} textAnchor="middle" className="fill-ink">
          {now}
        </text>
        <text x="100%" y={HEIGHT + 18} textAnchor="end">
          {WORDS.later}
        </text>
      </g>
    </svg>
  );
}

type ColumnProps = Readonly<{
  month: FreshnessMonth;
  kind: "dated" | "expiring";
  x: number;
  y: number;
  width: number;
  height: number;
}>;

function Column({ month, kind, x, y, width, height }: ColumnProps) {
  const words = freshnessWords(month, kind);
  const inner = (
    <>
      <rect x={`${x}%`} y="0" width={`${width}%`} height={HEIGHT} fill="transparent" />
      {height > 0 && (
        <rect
          x={`${x + width * 0.14}%`}
          y={y}
          width={`${width * 0.72}%`}
          height={height}
          strokeWidth="1.5"
          className={kind === "dated" ? "fill-ink-2 stroke-ink-2" : "fill-raised stroke-ink-2"}
        />
      )}
      {month.pieces > 0 && (
        <text x={`${x + width / 2}%`} y={y - 4} textAnchor="middle" className="fill-ink max-sm:text-mini">
          {formatCount(month.pieces)}
        </text>
      )}
    </>
  );
  return month.href ? (
    <a href={month.href} aria-label={words} data-tip>
      {inner}
    </a>
  ) : (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG is no control
    <g role="img" aria-label={words} data-tip>
      {inner}
    </g>
  );
}

function FreshnessTable({ caption, freshness }: Readonly<{ caption: string; freshness: EvidenceFreshness }>) {
  const rows = [
    ...freshness.past.map((month) => ({ month, kind: WORDS.dated })),
    ...freshness.ahead.map((month) => ({ month, kind: WORDS.expiring })),
  ];
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{WORDS.month}</Th>
          <Th>{WORDS.what}</Th>
          <Th numeric>{CHART_WORDS.count}</Th>
          <Th numeric>{CHART_WORDS.verified}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ month, kind }) => (
          <tr key={`${kind} ${month.from ?? month.to}`}>
            <Th scope="row">
              {month.href ? (
                <a href={month.href} className="link">
                  {monthWords(month)}
                </a>
              ) : (
                monthWords(month)
              )}
            </Th>
            <Td>{kind}</Td>
            <Td numeric>{formatCount(month.pieces)}</Td>
            <Td numeric>{month.verified === undefined ? "" : formatLevel(month.verified)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
