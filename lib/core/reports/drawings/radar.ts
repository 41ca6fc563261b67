import {
  type Point as Place,
  type RadarFrame,
  radarAxes,
  radarMarks,
  radarPoints,
  radarRings,
} from "../../charts/radar-geometry";
import type { PillarDatum } from "../../charts/types";
import { formatLevel } from "../../words/format";
import type { Drawing, Point, Shape } from "./drawing";

const HEIGHT = 214;
const RADIUS = 76;
/** Half of a stroke across an axis. */
const MARK = 6;

type Style = Readonly<{ stroke: "ink" | "ink-2"; strokeWidth: number; dash?: "dashed" }>;

const LAST: Style = { stroke: "ink-2", strokeWidth: 0.6 };
const TARGET: Style = { stroke: "ink-2", strokeWidth: 0.8, dash: "dashed" };

/** The pillars as a shape: claimed as a line, verified filled inside it, the last snapshot thin, the target dashed. */
export function radar(
  pillars: readonly PillarDatum[],
  { stages, width }: Readonly<{ stages: number; width: number }>,
): Drawing {
  const frame: RadarFrame = { centre: { x: width / 2, y: HEIGHT / 2 }, radius: RADIUS, stages };
  const outline = (levels: readonly number[]) => radarPoints(levels, frame).map(toPoint);
  // A line through the levels; where some are missing, a stroke across each axis that has one.
  const through = (levels: readonly (number | undefined)[], style: Style): readonly Shape[] => {
    const known = levels.filter((level) => level !== undefined);
    if (known.length === levels.length) return [{ kind: "path", closed: true, points: outline(known), ...style }];
    return radarMarks(levels, frame, MARK).map(([from, to]) => ({
      kind: "line",
      from: toPoint(from),
      to: toPoint(to),
      ...style,
    }));
  };
  const shapes: Shape[] = radarRings(pillars.length, frame).map(({ whole, points }) => ({
    kind: "path",
    closed: true,
    points: points.map(toPoint),
    stroke: whole ? "line-strong" : "line",
    strokeWidth: 0.5,
  }));
  for (const [x, y] of outline(pillars.map(() => stages))) {
    shapes.push({ kind: "line", from: toPoint(frame.centre), to: [x, y], stroke: "line", strokeWidth: 0.5 });
  }
  shapes.push(
    {
      kind: "path",
      closed: true,
      points: outline(pillars.map(({ verified }) => verified)),
      fill: "ink-3",
      faint: true,
    },
    { kind: "path", closed: true, points: outline(pillars.map(({ low }) => low)), stroke: "ink", strokeWidth: 1.4 },
  );
  const last = through(
    pillars.map((pillar) => pillar.last),
    LAST,
  );
  const target = through(
    pillars.map((pillar) => pillar.target),
    TARGET,
  );
  shapes.push(...last, ...target);
  for (let level = 2; level <= stages; level++) {
    const y = frame.centre.y - (RADIUS * (level - 1)) / (stages - 1);
    shapes.push({ kind: "label", at: [frame.centre.x + 3, y - 2], text: String(level), size: 6.6, colour: "ink-3" });
  }
  radarAxes(pillars.length, frame, 9).forEach(({ x, y, anchor, side }, index) => {
    const pillar = pillars[index];
    if (!pillar) return;
    const base = side === "above" ? y - 10 : side === "below" ? y + 8 : y - 2;
    shapes.push(
      { kind: "label", at: [x, base], anchor, text: pillar.name, size: 8.4, weight: "medium", room: 130 },
      { kind: "label", at: [x, base + 10], anchor, text: formatLevel(pillar.low), size: 8, figures: true },
    );
  });
  return {
    width,
    height: HEIGHT,
    shapes: [...shapes, ...radarKey({ last: last.length > 0, target: target.length > 0 })],
  };
}

function radarKey({ last, target }: Readonly<{ last: boolean; target: boolean }>): readonly Shape[] {
  const entries: Readonly<{ text: string; sign: (y: number) => Shape }>[] = [
    { text: "claimed", sign: (y) => line(y, { stroke: "ink", strokeWidth: 1.4 }) },
    { text: "verified", sign: (y) => ({ kind: "rect", x: 0, y: y - 6, width: 14, height: 7, fill: "line-strong" }) },
  ];
  if (last) entries.push({ text: "last snapshot", sign: (y) => line(y, LAST) });
  if (target) entries.push({ text: "target", sign: (y) => line(y, TARGET) });
  return entries.flatMap(({ text, sign }, index): readonly Shape[] => {
    const y = 12 + index * 12;
    return [sign(y), { kind: "label", at: [18, y], text, size: 7.4, colour: "ink-2" }];
  });
}

function line(y: number, style: Style): Shape {
  return { kind: "line", from: [0, y - 2.5], to: [14, y - 2.5], ...style };
}

function toPoint({ x, y }: Place): Point {
  return [x, y];
}
