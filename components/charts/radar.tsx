"use client";

import { type ReactNode, useId } from "react";
import { Hatch } from "@/components/marks/hatch";
import {
  closedPath,
  type Point,
  pointList,
  type RadarAxis,
  type RadarFrame,
  radarAxes,
  radarMarks,
  radarPoints,
  radarRings,
} from "@/lib/core/charts/radar-geometry";
import type { PillarDatum } from "@/lib/core/charts/types";
import { CHART_WORDS, radarSentence } from "@/lib/core/words/charts";
import { formatLevel } from "@/lib/core/words/format";
import { levelBarWords } from "@/lib/core/words/marks";
import { ChartFrame } from "./chart-frame";
import { ChartTips } from "./chart-tips";
import { LevelsTable } from "./levels-table";

type Props = Readonly<{
  id: string;
  title: string;
  pillars: readonly PillarDatum[];
  stages: number;
  actions?: ReactNode;
  className?: string;
}>;

const CENTRE = { x: 180, y: 136 };
const RADIUS = 100;
const GAP = 12;
/** Half of a stroke across an axis: two dashes and a half. */
const MARK = 7.5;

/** The shape of the pillars: verified filled, claimed outlined, not known hatched around it, last thin, target dashed. */
export function Radar({ id, title, pillars, stages, actions, className }: Props) {
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={radarSentence(pillars)}
      actions={actions}
      className={className}
      table={<LevelsTable caption={title} of={CHART_WORDS.pillar} rows={pillars} />}
    >
      <ChartTips className="mx-auto max-w-105">
        {/* biome-ignore lint/a11y/useSemanticElements: there is no fieldset in SVG */}
        <svg viewBox="0 0 360 272" width="100%" role="group" aria-label={title} className="overflow-visible">
          <Shape pillars={pillars} stages={stages} />
          <Labels pillars={pillars} frame={{ centre: CENTRE, radius: RADIUS, stages }} />
        </svg>
      </ChartTips>
    </ChartFrame>
  );
}

function Shape({ pillars, stages }: Readonly<{ pillars: readonly PillarDatum[]; stages: number }>) {
  const hatch = useId();
  const frame: RadarFrame = { centre: CENTRE, radius: RADIUS, stages };
  const low = radarPoints(
    pillars.map((pillar) => pillar.low),
    frame,
  );
  const high = radarPoints(
    pillars.map((pillar) => pillar.high),
    frame,
  );
  const verified = radarPoints(
    pillars.map((pillar) => pillar.verified),
    frame,
  );
  return (
    <g aria-hidden>
      <Hatch id={hatch} />
      {radarRings(pillars.length, frame).map((ring) => (
        <polygon
          key={ring.level}
          points={pointList(ring.points)}
          fill="none"
          className={ring.whole ? "stroke-line-strong" : "stroke-line"}
        />
      ))}
      <path d={closedPath(high) + closedPath(low)} fillRule="evenodd" fill={`url(#${hatch})`} />
      <polygon points={pointList(verified)} className="fill-ink-3" fillOpacity="0.45" />
      <Outline levels={pillars.map(({ last }) => last)} frame={frame} className="stroke-ink-2" />
      <polygon points={pointList(low)} fill="none" strokeWidth="2" strokeLinejoin="round" className="stroke-ink" />
      <Outline levels={pillars.map(({ target }) => target)} frame={frame} dash="3 3" className="stroke-ink" />
      {Array.from({ length: stages - 1 }, (_, index) => index + 2).map((level) => (
        <text
          key={level}
          x={CENTRE.x + 4}
          y={CENTRE.y - (RADIUS * (level - 1)) / (stages - 1) + 11}
          fontSize="12"
          className="fill-ink-2"
        >
          {level}
        </text>
      ))}
    </g>
  );
}

/** A line through the levels; where some are missing, a stroke across each axis that has one. */
function Outline({
  levels,
  frame,
  dash,
  className,
}: Readonly<{ levels: readonly (number | undefined)[]; frame: RadarFrame; dash?: string; className: string }>) {
  const known = levels.filter((level) => level !== undefined);
  if (known.length === levels.length)
    return (
      <polygon points={pointList(radarPoints(known, frame))} fill="none" strokeDasharray={dash} className={className} />
    );
  return radarMarks(levels, frame, MARK).map((ends) => (
    <polyline key={pointList(ends)} points={pointList(ends)} fill="none" strokeDasharray={dash} className={className} />
  ));
}

function Labels({ pillars, frame }: Readonly<{ pillars: readonly PillarDatum[]; frame: RadarFrame }>) {
  const axes = radarAxes(pillars.length, frame, GAP);
  const claimed = radarPoints(
    pillars.map((pillar) => pillar.low),
    frame,
  );
  return pillars.map((pillar, index) => {
    const axis = axes[index];
    const point = claimed[index];
    return axis && point && <Axis key={pillar.id} pillar={pillar} axis={axis} point={point} />;
  });
}

function Axis({ pillar, axis, point }: Readonly<{ pillar: PillarDatum; axis: RadarAxis; point: Point }>) {
  const tip = levelBarWords(pillar);
  const drawn = (
    <>
      <circle cx={point.x} cy={point.y} r="3" className="fill-ink" />
      <Label axis={axis} name={pillar.name} level={formatLevel(pillar.low)} />
    </>
  );
  return pillar.href ? (
    <a href={pillar.href} aria-label={tip} data-tip>
      {drawn}
    </a>
  ) : (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG is no control
    <g role="img" aria-label={tip} data-tip>
      {drawn}
    </g>
  );
}

function Label({ axis, name, level }: Readonly<{ axis: RadarAxis; name: string; level: string }>) {
  if (axis.side !== "beside") {
    return (
      <text
        x={axis.x}
        y={axis.y + (axis.side === "above" ? -2 : 12)}
        textAnchor={axis.anchor}
        fontSize="13"
        fontWeight="500"
        className="fill-ink"
      >
        {name} {level}
      </text>
    );
  }
  return (
    <text textAnchor={axis.anchor} fontSize="13" className="fill-ink">
      <tspan x={axis.x} y={axis.y - 2} fontWeight="500">
        {name}
      </tspan>
      <tspan x={axis.x} y={axis.y + 14}>
        {level}
      </tspan>
    </text>
  );
}
