"use client";

import { clsx } from "clsx";
import { ChartFrame } from "@/components/charts/chart-frame";
import { ChartTips } from "@/components/charts/chart-tips";
import { LevelsTable } from "@/components/charts/levels-table";
import { SOFT_FILL, STROKE } from "@/components/marks/tones";
import type { Architecture, ArchitectureNode } from "@/lib/core/dashboard/architecture";
import { CHART_WORDS } from "@/lib/core/words/charts";
import { formatLevel } from "@/lib/core/words/format";
import { levelBarWords } from "@/lib/core/words/marks";

type Props = Readonly<{ id: string; title: string; architecture: Architecture; className?: string }>;

const WIDTH = 360;
const BOX = { width: 106, height: 46, gap: 16 };
const MIDDLE = 121;

/** Requests from identities and devices through the policy decision to what they reach, each pillar in its stage's colour. */
export function ReferenceArchitecture({ id, title, architecture, className }: Props) {
  const { sources, resources, sentence } = architecture;
  const height = Math.max(columnHeight(resources.length), columnHeight(sources.length), 190);
  const rows = [...sources, ...resources].flatMap(({ row }) => row ?? []);
  const centre = height / 2 - 22;
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={sentence}
      className={className}
      table={<LevelsTable caption={title} of={CHART_WORDS.pillar} rows={rows} />}
    >
      <ChartTips className="mx-auto max-w-105">
        {/* biome-ignore lint/a11y/useSemanticElements: there is no fieldset in SVG */}
        <svg
          viewBox={`0 0 ${WIDTH} ${height}`}
          width="100%"
          role="group"
          aria-label={title}
          className="overflow-visible"
        >
          <g aria-hidden className="fill-none stroke-ink-3">
            {sources.map((node, i) => (
              <path key={node.id} d={elbow(BOX.width, middle(i, sources.length, height), MIDDLE, centre)} />
            ))}
            {resources.map((node, i) => (
              <path
                key={node.id}
                d={elbow(WIDTH - MIDDLE, centre, WIDTH - BOX.width, middle(i, resources.length, height))}
              />
            ))}
            <path d={`M${WIDTH / 2} ${height - 40}V${centre + 32}`} />
          </g>
          <Plain y={centre - 30} height={60} lines={["Policy decision", "each request,", "all signals"]} />
          <Plain y={height - 40} height={38} lines={["Telemetry,", "response"]} />
          {sources.map((node, i) => (
            <Component key={node.id} node={node} x={0} y={middle(i, sources.length, height) - BOX.height / 2} />
          ))}
          {resources.map((node, i) => (
            <Component
              key={node.id}
              node={node}
              x={WIDTH - BOX.width}
              y={middle(i, resources.length, height) - BOX.height / 2}
            />
          ))}
        </svg>
      </ChartTips>
    </ChartFrame>
  );
}

function columnHeight(boxes: number): number {
  return boxes * BOX.height + Math.max(boxes - 1, 0) * BOX.gap + 2;
}

/** Where the middle of the i-th of some boxes lies, spread evenly over the height. */
function middle(i: number, of: number, height: number): number {
  return 1 + ((i + 0.5) / of) * (height - 2);
}

/** A line with one step half way, and the arrow's head where it ends. */
function elbow(x1: number, y1: number, x2: number, y2: number): string {
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}H${half}V${y2}H${x2}m-4 -3l4 3l-4 3`;
}

/** A part of the architecture that isn't scored: no stage, no colour. */
function Plain({ y, height, lines }: Readonly<{ y: number; height: number; lines: readonly string[] }>) {
  const first = y + height / 2 - (lines.length - 1) * 7.5 + 4;
  return (
    <g>
      <rect x={MIDDLE} y={y} width={WIDTH - 2 * MIDDLE} height={height} rx="3" className="fill-sunk stroke-ink-3" />
      {lines.map((line, i) => (
        <text
          key={line}
          x={WIDTH / 2}
          y={first + i * 15}
          textAnchor="middle"
          fontSize="12"
          fontWeight={i === 0 ? 600 : 400}
          className={i === 0 ? "fill-ink" : "fill-ink-2"}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function Component({ node, x, y }: Readonly<{ node: ArchitectureNode; x: number; y: number }>) {
  const { row } = node;
  const box = (
    <>
      <rect
        x={x + 0.75}
        y={y}
        width={BOX.width - 1.5}
        height={BOX.height}
        rx="3"
        strokeWidth="1.5"
        strokeDasharray={row ? undefined : "3 3"}
        className={row ? clsx(SOFT_FILL[row.stage.tone], STROKE[row.stage.tone]) : "fill-none stroke-line-strong"}
      />
      <text x={x + BOX.width / 2} y={y + 19} textAnchor="middle" fontSize="12" fontWeight="600" className="fill-ink">
        {node.name}
      </text>
      <text x={x + BOX.width / 2} y={y + 35} textAnchor="middle" fontSize="12" className="fill-ink-2">
        {row ? `${formatLevel(row.low)} ${row.stage.name}` : "out of scope"}
      </text>
    </>
  );
  if (!row) return <g>{box}</g>;
  const { name, low, high, verified } = row;
  const tip = `${levelBarWords({ name, low, high, verified })}, ${row.stage.name.toLowerCase()}`;
  return (
    <a href={row.href} aria-label={tip} data-tip>
      {box}
    </a>
  );
}
