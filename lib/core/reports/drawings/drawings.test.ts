import { describe, expect, it } from "vitest";
import { stageRef } from "../../marks/stage-ref";
import type { Drawing, Shape } from "./drawing";
import { heatmap } from "./heatmap";
import { levelBar } from "./level-bar";
import { radar } from "./radar";
import { trend } from "./trend";

const STAGES = ["traditional", "advanced", "optimal"].map((id) => ({ id, title: id }));
const advanced = stageRef(STAGES, "advanced");
const pillar = (id: string, low: number, more = {}) => ({
  id,
  name: id,
  stage: advanced,
  low,
  high: low + 0.2,
  verified: low - 0.3,
  ...more,
});

describe("levelBar", () => {
  const bar = (values: object) =>
    levelBar(
      { low: 2, high: 2.5, verified: 1.5, stages: 3, ...values },
      { x: 10, y: 5, width: 200, height: 12 },
      "advanced",
    );
  const rects = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === "rect" ? shape : []));

  it("fills what is verified, outlines what is claimed, hatches what isn't known", () => {
    const [, unknown, verified, claimed] = rects(bar({}));
    expect(verified).toMatchObject({ x: 10, width: 50, fill: "advanced" });
    expect(claimed).toMatchObject({ x: 10.6, width: 98.8, stroke: "advanced" });
    expect(claimed?.fill).toBeUndefined();
    expect(unknown).toMatchObject({ x: 110, width: 50, fill: "hatch" });
  });

  it("draws last snapshot and target only where there are any", () => {
    const kinds = (values: object) => bar(values).map(({ kind }) => kind);
    expect(kinds({})).not.toContain("circle");
    expect(kinds({ last: 1.8, target: 2.4 })).toEqual(expect.arrayContaining(["circle", "path"]));
  });
});

describe("pictures", () => {
  const inside = ({ width, height, shapes }: Drawing) => {
    for (const shape of shapes) {
      const points =
        shape.kind === "rect"
          ? [
              [shape.x, shape.y],
              [shape.x + shape.width, shape.y + shape.height],
            ]
          : shape.kind === "line"
            ? [shape.from, shape.to]
            : shape.kind === "path"
              ? shape.points
              : [shape.at];
      for (const [x = Number.NaN, y = Number.NaN] of points) {
        expect(x).toBeGreaterThanOrEqual(-0.01);
        expect(x).toBeLessThanOrEqual(width + 0.01);
        expect(y).toBeGreaterThanOrEqual(-0.01);
        expect(y).toBeLessThanOrEqual(height + 0.01);
      }
    }
  };

  it("stay inside their frame, with few pillars and many", () => {
    for (const count of [3, 4, 6, 9]) {
      const pillars = Array.from({ length: count }, (_, i) =>
        pillar(`pillar ${i}`, 1.4 + (i % 3) * 0.6, { target: 2.7 }),
      );
      inside(radar(pillars, { stages: 3, width: 470 }));
      const topics = Array.from({ length: 5 + count }, (_, i) => ({
        ...pillar(`t${i}`, 2),
        href: "",
        gate: i === 0,
        unknown: i % 2,
      }));
      inside(
        heatmap(
          pillars.map((each) => ({ pillar: each, topics })),
          { stages: [advanced], width: 470 },
        ),
      );
    }
  });

  it("mark the targets of a radar that not every pillar has, and name them in its key", () => {
    const pillars = [pillar("a", 2, { target: 2.7 }), pillar("b", 2), pillar("c", 2, { target: 2.5 })];
    const drawn = radar(pillars, { stages: 3, width: 470 });
    inside(drawn);
    // Two strokes, and the one of the key.
    expect(drawn.shapes.filter((shape) => shape.kind === "line" && shape.dash === "dashed")).toHaveLength(3);
    expect(drawn.shapes).toContainEqual(expect.objectContaining({ kind: "label", text: "target" }));
  });

  it("put snapshots to scale in time, not at equal distances", () => {
    const points = [
      { day: "2026-01-01", level: 1.5 },
      { day: "2026-02-01", level: 1.6 },
      { day: "2027-01-01", level: 1.9 },
    ];
    const drawing = trend({ points, projection: [] }, { stages: 3, width: 470 });
    inside(drawing);
    const [first = 0, second = 0, third = 0] = drawing.shapes.flatMap((shape) =>
      shape.kind === "circle" ? [shape.at[0]] : [],
    );
    expect((second - first) / (third - first)).toBeCloseTo(31 / 365, 5);
  });
});
