import { describe, expect, it } from "vitest";
import { closedPath, pointList, radarAxes, radarMarks, radarPoints, radarRings } from "./radar-geometry";

const frame = { centre: { x: 100, y: 100 }, radius: 80, stages: 3 };

describe("radar", () => {
  it("puts level 1 in the centre, n on the rim, the first axis at the top", () => {
    const [top, , bottom] = radarPoints([3, 1, 2, 1], frame);
    expect(top).toEqual({ x: expect.closeTo(100), y: expect.closeTo(20) });
    expect(bottom).toEqual({ x: expect.closeTo(100), y: expect.closeTo(140) });
    expect(radarPoints([1, 1, 1, 1], frame)[1]).toEqual({ x: 100, y: 100 });
  });

  it("draws a ring at each half level", () => {
    expect(radarRings(6, frame).map((ring) => [ring.level, ring.whole])).toEqual([
      [1.5, false],
      [2, true],
      [2.5, false],
      [3, true],
    ]);
  });

  it("aligns names away from the picture", () => {
    const axes = radarAxes(6, frame, 10);
    expect(axes.map((axis) => axis.anchor)).toEqual(["middle", "start", "start", "middle", "end", "end"]);
    expect(axes.map((axis) => axis.side)).toEqual(["above", "beside", "beside", "below", "beside", "beside"]);
  });

  it("strikes through the axes that have a level, at a right angle", () => {
    const [top, left, ...more] = radarMarks([2, undefined, undefined, 3], frame, 5);
    expect(top).toEqual([
      { x: expect.closeTo(105), y: expect.closeTo(60) },
      { x: expect.closeTo(95), y: expect.closeTo(60) },
    ]);
    expect(left).toEqual([
      { x: expect.closeTo(20), y: expect.closeTo(95) },
      { x: expect.closeTo(20), y: expect.closeTo(105) },
    ]);
    expect(more).toEqual([]);
  });

  it("writes points for SVG", () => {
    const points = [
      { x: 1, y: 2.04 },
      { x: 3.06, y: 4 },
    ];
    expect(pointList(points)).toBe("1.0,2.0 3.1,4.0");
    expect(closedPath(points)).toBe("M1.0 2.0L3.1 4.0Z");
  });
});
