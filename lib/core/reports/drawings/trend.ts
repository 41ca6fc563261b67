import { fittedLevelScale } from "../../charts/level-scale";
import { monthTicks, tickMonths, timeScale } from "../../charts/time-scale";
import { type Place, placeOf, trendLine } from "../../charts/trend-geometry";
import type { ProjectedPoint, TrendPoint } from "../../charts/types";
import { formatLevel } from "../../words/format";
import type { Drawing, Point, Shape } from "./drawing";

const PLOT = { left: 26, top: 14, height: 112 } as const;
const BELOW = 18;

/** The level over time, to scale: snapshots and now as a line, the plan's projection dashed, the target across. */
export function trend(
  {
    points,
    projection,
    target,
  }: Readonly<{ points: readonly TrendPoint[]; projection: readonly ProjectedPoint[]; target?: number }>,
  { stages, width }: Readonly<{ stages: number; width: number }>,
): Drawing {
  const all = [...points, ...projection];
  const days = all.map(({ day }) => day).sort();
  const time = timeScale({ from: days.at(0) ?? "", to: days.at(-1) ?? "" });
  const levels = fittedLevelScale([...all.map(({ level }) => level), ...(target === undefined ? [] : [target])], {
    stages,
  });
  const plotWidth = width - PLOT.left - 22;
  const axes = { time, levels };
  const toPoint = ({ x, y }: Place): Point => [PLOT.left + x * plotWidth, PLOT.top + y * PLOT.height];
  const across = (level: number) => toPoint(placeOf(time.from, level, axes))[1];
  const bottom = PLOT.top + PLOT.height;
  const shapes: Shape[] = [];
  for (const level of levels.ticks) {
    const y = across(level);
    shapes.push(
      { kind: "line", from: [PLOT.left, y], to: [PLOT.left + plotWidth, y], stroke: "line" },
      {
        kind: "label",
        at: [PLOT.left - 5, y + 2.5],
        anchor: "end",
        text: String(level),
        size: 7.4,
        figures: true,
        colour: "ink-2",
      },
    );
  }
  for (const tick of monthTicks(time, { months: tickMonths(time, { most: 8 }) })) {
    const x = PLOT.left + tick.at * plotWidth;
    shapes.push(
      { kind: "line", from: [x, bottom], to: [x, bottom + 3], stroke: "ink-3" },
      { kind: "label", at: [x, bottom + 12], anchor: "middle", text: tick.name, size: 7.4, colour: "ink-2" },
    );
  }
  if (target !== undefined) {
    const y = across(target);
    shapes.push(
      {
        kind: "line",
        from: [PLOT.left, y],
        to: [PLOT.left + plotWidth, y],
        stroke: "ink",
        strokeWidth: 0.8,
        dash: "dotted",
      },
      { kind: "label", at: [PLOT.left + 3, y - 3], text: `target ${formatLevel(target)}`, size: 7.4 },
    );
  }
  const now = points.at(-1);
  if (projection.length > 0 && now) {
    shapes.push({
      kind: "path",
      closed: false,
      points: trendLine([now, ...projection], axes).map(toPoint),
      stroke: "accent",
      strokeWidth: 1.2,
      dash: "dashed",
    });
  }
  shapes.push({
    kind: "path",
    closed: false,
    points: trendLine(points, axes).map(toPoint),
    stroke: "ink",
    strokeWidth: 1.2,
  });
  for (const point of points) shapes.push(...dot(toPoint(placeOf(point.day, point.level, axes)), point.level, "ink"));
  const end = projection.at(-1);
  if (end) shapes.push(...dot(toPoint(placeOf(end.day, end.level, axes)), end.level, "accent"));
  return { width, height: bottom + BELOW, shapes };
}

function dot([x, y]: Point, level: number, colour: "ink" | "accent"): readonly Shape[] {
  return [
    { kind: "circle", at: [x, y], radius: 2.3, fill: "surface", stroke: colour, strokeWidth: 1.1 },
    {
      kind: "label",
      at: [x, y - 6],
      anchor: "middle",
      text: formatLevel(level),
      size: 7.4,
      figures: true,
      colour,
    },
  ];
}
