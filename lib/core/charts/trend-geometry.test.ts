import { describe, expect, it } from "vitest";
import { wholeLevelScale } from "./level-scale";
import { timeScale } from "./time-scale";
import { bandOutline, pathThrough, placeOf, stepLine, trendLine } from "./trend-geometry";

const axes = { time: timeScale({ from: "2026-01-01", to: "2026-01-11" }), levels: wholeLevelScale(3) };

describe("trend", () => {
  it("places days and levels", () => {
    expect(placeOf("2026-01-06", 2, axes)).toEqual({ x: 0.5, y: 0.5 });
    expect(trendLine([{ day: "2026-01-11", level: 3 }], axes)).toEqual([{ x: 1, y: 0 }]);
  });

  it("goes up one side of the band and back the other", () => {
    const outline = bandOutline(
      [
        { day: "2026-01-01", level: 2 },
        { day: "2026-01-11", level: 2.5, low: 2, high: 3 },
      ],
      axes,
    );
    expect(outline).toEqual([
      { x: 0, y: 0.5 },
      { x: 1, y: 0 },
      { x: 1, y: 0.5 },
      { x: 0, y: 0.5 },
    ]);
    expect(bandOutline([{ day: "2026-01-01", level: 2 }], axes)).toEqual([]);
  });

  it("holds each step until the next", () => {
    const stairs = stepLine(
      [
        { day: "2026-01-01", level: 1 },
        { day: "2026-01-06", level: 2 },
      ],
      axes,
    );
    expect(stairs).toEqual([
      { x: 0, y: 1 },
      { x: 0.5, y: 1 },
      { x: 0.5, y: 0.5 },
      { x: 1, y: 0.5 },
    ]);
    expect(pathThrough(stairs, { width: 100, height: 10 })).toBe("M0 10L50 10L50 5L100 5");
    expect(pathThrough([], { width: 1, height: 1 })).toBe("");
  });
});
