import { describe, expect, it } from "vitest";
import { fittedLevelScale, wholeLevelScale } from "./level-scale";

describe("level scales", () => {
  it("ticks each whole level of the whole axis", () => {
    expect(wholeLevelScale(3).ticks).toEqual([1, 2, 3]);
    expect(wholeLevelScale(4).at(2.5)).toBe(0.5);
  });

  it("fits what is shown at round distances", () => {
    const fitted = fittedLevelScale([1.84, 2.41, 2.55], { stages: 3 });
    expect(fitted.ticks).toEqual([1.8, 2, 2.2, 2.4, 2.6]);
    expect(fitted.at(1.8)).toBe(0);
    expect(fitted.at(2.6)).toBeCloseTo(1);
  });

  it("may be narrow where steps are small", () => {
    const narrow = fittedLevelScale([1.7, 1.77, 1.84], { stages: 3, narrowest: 0.2 });
    expect(narrow.ticks).toEqual([1.7, 1.75, 1.8, 1.85, 1.9]);
    expect(fittedLevelScale([1.7, 1.84], { stages: 3 }).high).toBeCloseTo(2.1);
  });

  it("never collapses and never leaves the model", () => {
    const flat = fittedLevelScale([1, 1], { stages: 3 });
    expect(flat.low).toBe(1);
    expect(flat.high).toBeGreaterThan(1);
    expect(fittedLevelScale([2.9, 3], { stages: 3 }).high).toBe(3);
    expect(fittedLevelScale([], { stages: 3 }).ticks.length).toBeGreaterThan(1);
  });
});
