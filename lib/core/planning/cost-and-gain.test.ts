import { describe, expect, it } from "vitest";
import { costAndGain, costSentence } from "./cost-and-gain";
import type { PlannedLevels, RoadmapPlan } from "./types";

const at = (level: number): PlannedLevels => ({ overall: { level, stage: "traditional" }, pillars: [] });
const quarter = (label: string, used: number, levels: PlannedLevels | null): RoadmapPlan["quarters"][number] => ({
  label,
  start: "2027-01-01",
  end: "2027-03-31",
  capacity: 120,
  left: 120,
  used,
  levels,
});

describe("cost and gain", () => {
  const found = costAndGain({
    now: at(1.5),
    quarters: [quarter("Q4 26", 80, null), quarter("Q1 27", 100, at(1.6)), quarter("Q2 27", 50, at(1.8))],
  });

  it("lays the effort of each quarter beside its gain, and the gains add up", () => {
    expect(found.quarters.map(({ label, days, gain }) => [label, days, Number(gain.toFixed(6))])).toEqual([
      ["Q1 27", 100, 0.1],
      ["Q2 27", 50, 0.2],
    ]);
    expect(found.days).toBe(150);
    expect(found.gain).toBeCloseTo(0.3, 12);
    expect(found.quarters.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(found.gain, 12);
  });

  it("says what it costs, in days and where a rate is set in money", () => {
    expect(costSentence(found, null)).toBe("150 person-days bring +0.30 overall: 5 person-days for each 0.01.");
    expect(costSentence(found, { amount: 1200, currency: "EUR" })).toBe(
      "150 person-days (EUR\u00a0180,000) bring +0.30 overall: 5 person-days, EUR\u00a06,000, for each 0.01.",
    );
    expect(costSentence({ days: 1, gain: 0 }, null)).toBe("1 person-day brings 0.00 overall.");
  });

  it("has nothing to lay out without a score", () => {
    const none = { overall: null, pillars: [] };
    expect(costAndGain({ now: none, quarters: [quarter("Q1 27", 10, none)] })).toEqual({
      quarters: [],
      days: 0,
      gain: 0,
    });
  });
});
