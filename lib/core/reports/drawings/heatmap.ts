import type { HeatmapColumn, TopicDatum } from "../../charts/types";
import type { StageRef } from "../../marks/stage-ref";
import { formatLevel } from "../../words/format";
import type { Drawing, Shape } from "./drawing";

const CELL = 16;
const HEAD = 18;
const GUTTER = 12;
const COLUMNS = 3;

/** Named topics under their pillars, three pillars side by side; cells wear the colour of their computed stage. */
export function heatmap(
  columns: readonly HeatmapColumn[],
  { stages, width }: Readonly<{ stages: readonly StageRef[]; width: number }>,
): Drawing {
  const across = Math.min(COLUMNS, columns.length);
  const cellWidth = (width - (across - 1) * GUTTER) / across;
  const shapes: Shape[] = [];
  let top = 0;
  for (let first = 0; first < columns.length; first += across) {
    const band = columns.slice(first, first + across);
    band.forEach((column, index) => {
      shapes.push(...columnShapes(column, { x: index * (cellWidth + GUTTER), top, width: cellWidth }));
    });
    top += HEAD + CELL * Math.max(...band.map(({ topics }) => topics.length)) + GUTTER;
  }
  return { width, height: top + 10, shapes: [...shapes, ...heatmapKey(stages, top + 6)] };
}

function columnShapes(
  { pillar, topics }: HeatmapColumn,
  { x, top, width }: Readonly<{ x: number; top: number; width: number }>,
): readonly Shape[] {
  return [
    { kind: "mark", at: [x + 4, top + 3.5], size: 8, stage: pillar.stage },
    { kind: "label", at: [x + 16, top + 11], text: pillar.name, size: 8.6, weight: "strong", room: width - 48 },
    {
      kind: "label",
      at: [x + width - 4, top + 11],
      anchor: "end",
      text: formatLevel(pillar.low),
      size: 8.2,
      weight: "strong",
      figures: true,
    },
    ...topics.flatMap((topic, index) => cellShapes(topic, { x, y: top + HEAD + index * CELL, width })),
  ];
}

function cellShapes(
  topic: TopicDatum,
  { x, y, width }: Readonly<{ x: number; y: number; width: number }>,
): readonly Shape[] {
  const shapes: Shape[] = [
    { kind: "rect", x, y, width, height: CELL, fill: `${topic.stage.tone}-soft`, stroke: "line", strokeWidth: 0.5 },
  ];
  if (topic.unknown > 0) {
    shapes.push({ kind: "rect", x: x + width - 44, y, width: 16, height: CELL, fill: "hatch" });
  }
  if (topic.gate) shapes.push({ kind: "rect", x, y, width: 2.2, height: CELL, fill: "ink" });
  const room = width - 46 - (topic.unknown > 0 ? 18 : 0);
  shapes.push(
    { kind: "mark", at: [x + 5, y + 4.5], size: 7, stage: topic.stage },
    { kind: "label", at: [x + 16, y + 11], text: topic.name, size: 7.8, room },
    {
      kind: "label",
      at: [x + width - 4, y + 11],
      anchor: "end",
      text: formatLevel(topic.low),
      size: 7.6,
      figures: true,
    },
  );
  return shapes;
}

function heatmapKey(stages: readonly StageRef[], y: number): readonly Shape[] {
  let x = 0;
  const entry = (text: string, sign: (x: number) => Shape): readonly Shape[] => {
    const shapes: readonly Shape[] = [sign(x), { kind: "label", at: [x + 12, y], text, size: 7.4, colour: "ink-2" }];
    x += 12 + text.length * 4.2 + 12;
    return shapes;
  };
  return [
    ...stages.flatMap((stage) =>
      entry(stage.name.toLowerCase(), (at) => ({ kind: "mark", at: [at, y - 6.5], size: 7.5, stage })),
    ),
    ...entry("gate", (at) => ({ kind: "rect", x: at + 4, y: y - 7, width: 2.2, height: 9, fill: "ink" })),
    ...entry("partly not known yet", (at) => ({ kind: "rect", x: at, y: y - 7, width: 9, height: 9, fill: "hatch" })),
  ];
}
