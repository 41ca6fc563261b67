import { type LevelBarValues, levelBarGeometry } from "../../marks/level-bar-geometry";
import type { StageRef } from "../../marks/stage-ref";
import type { Shape } from "./drawing";

export type BarFrame = Readonly<{ x: number; y: number; width: number; height: number }>;

const OUTLINE = 1.2;
const RING = 2.6;

/**
 * The gauge: verified filled, claimed outlined, what is not known hatched, the last snapshot a ring, the target a
 * triangle on a line, a tick at each whole level.
 */
export function levelBar(
  values: LevelBarValues,
  { x, y, width, height }: BarFrame,
  tone: StageRef["tone"] | "ink-2",
): readonly Shape[] {
  const bar = levelBarGeometry(values);
  const at = (share: number) => x + share * width;
  const upright = (share: number, above: number, below: number) =>
    ({ kind: "line", from: [at(share), y - above], to: [at(share), y + height + below] }) as const;
  const shapes: Shape[] = [
    { kind: "rect", x, y, width, height, fill: "sunk", stroke: "line", strokeWidth: 0.5 },
    { kind: "rect", x: at(bar.unknown.start), y, width: bar.unknown.length * width, height, fill: "hatch" },
    { kind: "rect", x, y, width: bar.verified.length * width, height, fill: tone },
  ];
  if (bar.claimed.length > 0) {
    shapes.push({
      kind: "rect",
      x: x + OUTLINE / 2,
      y: y + OUTLINE / 2,
      width: Math.max(bar.claimed.length * width - OUTLINE, 0),
      height: height - OUTLINE,
      stroke: tone,
      strokeWidth: OUTLINE,
    });
  }
  for (const tick of bar.ticks) shapes.push({ ...upright(tick, 2, 2), stroke: "ink-2", strokeWidth: 0.6 });
  if (bar.last !== undefined) {
    shapes.push({
      kind: "circle",
      at: [at(bar.last), y + height / 2],
      radius: RING,
      fill: "surface",
      stroke: "ink",
      strokeWidth: 1,
    });
  }
  if (bar.target !== undefined) {
    const t = at(bar.target);
    shapes.push(
      { ...upright(bar.target, 2, 2), stroke: "ink", strokeWidth: 1.1 },
      {
        kind: "path",
        closed: true,
        fill: "ink",
        points: [
          [t - 3, y - 5.5],
          [t + 3, y - 5.5],
          [t, y - 1.5],
        ],
      },
    );
  }
  return shapes;
}
