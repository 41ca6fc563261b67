import { describe, expect, it } from "vitest";
import { levelBarGeometry } from "./level-bar-geometry";

describe("levelBarGeometry", () => {
  it("places the parts of a bar of three stages between 1 and 3", () => {
    const bar = levelBarGeometry({ low: 1.84, high: 1.94, verified: 1.55, stages: 3, last: 1.7, target: 2.4 });
    expect(bar.verified).toEqual({ start: 0, length: expect.closeTo(0.275) });
    expect(bar.claimed).toEqual({ start: 0, length: expect.closeTo(0.42) });
    expect(bar.unknown).toEqual({ start: expect.closeTo(0.42), length: expect.closeTo(0.05) });
    expect(bar.ticks).toEqual([0.5]);
    expect(bar.last).toBeCloseTo(0.35);
    expect(bar.target).toBeCloseTo(0.7);
    expect(bar.before).toBeUndefined();
  });

  it("ticks every whole level of four stages", () => {
    expect(levelBarGeometry({ low: 1, high: 4, verified: 1, stages: 4 }).ticks).toEqual([
      expect.closeTo(1 / 3),
      expect.closeTo(2 / 3),
    ]);
  });

  it("has no band when all is known, and stays inside the bar", () => {
    const bar = levelBarGeometry({ low: 2, high: 2, verified: 2, stages: 3, target: 9 });
    expect(bar.unknown.length).toBe(0);
    expect(bar.target).toBe(1);
  });
});
