import type { ReactNode } from "react";
import { Table, Td, Th } from "@/components/ui/table";
import { capacityColumns } from "@/lib/core/charts/capacity";
import type { CapacityPeriod } from "@/lib/core/charts/types";
import { CHART_WORDS, capacitySentence, capacityWords } from "@/lib/core/words/charts";
import { formatCount } from "@/lib/core/words/format";
import { ChartFrame } from "./chart-frame";
import { ChartTips } from "./chart-tips";

type Props = Readonly<{
  id: string;
  title: string;
  periods: readonly CapacityPeriod[];
  actions?: ReactNode;
  className?: string;
}>;

const HEIGHT = 56;

/** Person-days planned in each period against those there are; what is over stands on top in the colour of danger. */
export function Capacity({ id, title, periods, actions, className }: Props) {
  const width = 100 / Math.max(periods.length, 1);
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={capacitySentence(periods)}
      actions={actions}
      className={className}
      table={<CapacityTable caption={title} periods={periods} />}
    >
      <ChartTips>
        <svg aria-label={title} width="100%" height={HEIGHT + 22} className="overflow-visible text-small">
          {capacityColumns(periods).map(({ period, there, used, over }, index) => (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG is no control
            <g key={period.id} role="img" aria-label={capacityWords(period)} data-tip={capacityWords(period)}>
              <svg
                aria-hidden
                x={`${index * width}%`}
                width={`${width * 0.94}%`}
                height={HEIGHT + 22}
                className="overflow-visible"
              >
                <rect y={HEIGHT * (1 - there)} width="100%" height={HEIGHT * there} className="fill-sunk stroke-line" />
                <rect y={HEIGHT * (1 - used)} width="100%" height={HEIGHT * used} className="fill-line-strong" />
                {over > 0 && (
                  <rect y={HEIGHT * (1 - used - over)} width="100%" height={HEIGHT * over} className="fill-danger" />
                )}
                <text x="50%" y={HEIGHT - 6} textAnchor="middle" className="fill-ink">
                  {formatCount(Math.round(period.used))}
                </text>
                <text
                  x="50%"
                  y={HEIGHT + 16}
                  textAnchor="middle"
                  className={`fill-ink-2 ${index % 2 === 1 ? "max-sm:hidden" : ""}`}
                >
                  {period.name}
                </text>
              </svg>
            </g>
          ))}
        </svg>
      </ChartTips>
    </ChartFrame>
  );
}

function CapacityTable({ caption, periods }: Readonly<{ caption: string; periods: readonly CapacityPeriod[] }>) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{CHART_WORDS.period}</Th>
          <Th numeric>{CHART_WORDS.used}</Th>
          <Th numeric>{CHART_WORDS.capacity}</Th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.id}>
            <Th scope="row">{period.name}</Th>
            <Td numeric>{formatCount(Math.round(period.used))}</Td>
            <Td numeric>{formatCount(Math.round(period.capacity))}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
