import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayNumber } from "../charts/time-scale";
import { type KnownPace, oddsAt, paceOf } from "./pace";
import { studentQuantile, studentT } from "./student-t";

const DAYS_A_YEAR = 365.25;

describe("Student's t", () => {
  // Tables of the distribution's quantiles at 0.8 and 0.95.
  it.each([
    [1, 1.376, 6.314],
    [2, 1.061, 2.92],
    [3, 0.978, 2.353],
    [4, 0.941, 2.132],
    [7, 0.896, 1.895],
    [10, 0.879, 1.812],
    [30, 0.854, 1.697],
  ])("has the quantiles that tables give for %i degrees of freedom", (freedom, at80, at95) => {
    expect(studentQuantile(0.8, freedom)).toBeCloseTo(at80, 3);
    expect(studentQuantile(0.95, freedom)).toBeCloseTo(at95, 3);
    expect(studentT(0, freedom)).toBe(0.5);
    expect(studentT(-at80, freedom)).toBeCloseTo(0.2, 3);
  });
});

describe("pace", () => {
  it("is not told from too few points, or over too short a time", () => {
    expect(paceOf(points([1, 1.5, 2], 12))).toEqual({ kind: "too-few", points: 3, days: 730 });
    expect(paceOf(points([1, 1.1, 1.2, 1.3], 1))).toMatchObject({ kind: "too-few", points: 4, days: 90 });
    expect(paceOf([])).toEqual({ kind: "too-few", points: 0, days: 0 });
  });

  it("of even steps has no spread, so that all odds fall on one day", () => {
    const even = [0, 100, 200, 300].map((day) => ({ day: dayAfter(day), level: 1 + day / 1000 }));
    const pace = known(even);
    expect(pace.perYear).toBeCloseTo(0.365_25, 9);
    expect(pace.spread).toBeCloseTo(0, 9);
    const days = oddsAt(pace, { now: 1.3, target: 1.5 }).map(
      ({ day }) => day && dayNumber(day) - dayNumber("2025-01-01"),
    );
    expect(days[0]).toBeGreaterThanOrEqual(500);
    expect(days[0]).toBeLessThanOrEqual(501);
    expect(days[1]).toBe(days[0]);
  });

  it("by hand: steps of 0.3, 0.1 and 0.2 a year", () => {
    const pace = known(
      [0, 1, 2, 3].map((year) => ({ day: dayAfter(year * 365.25), level: [1, 1.3, 1.4, 1.6][year] ?? 0 })),
    );
    // mean 0.2; deviations 0.1, −0.1, 0: variance 0.02 ÷ 2
    expect(pace.perYear).toBeCloseTo(0.2, 3);
    expect(pace.spread).toBeCloseTo(0.1, 2);
    const [half, most] = oddsAt(pace, { now: 1.6, target: 2 });
    expect(yearsFrom(pace.to, half?.day)).toBeCloseTo(2, 1);
    // (0.2 h − 0.4)² = 1.061² · 0.01 · (h + h² ÷ 3): 0.03625 h² − 0.17126 h + 0.16 = 0: h = 3.44
    expect(yearsFrom(pace.to, most?.day)).toBeCloseTo(3.44, 1);
  });

  it("says never where the level doesn't rise, or too unevenly", () => {
    const falling = known(points([2, 1.9, 1.8, 1.7], 6));
    expect(oddsAt(falling, { now: 1.7, target: 2 }).map(({ day }) => day)).toEqual([null, null]);
    const uneven = known(points([1, 1.8, 1.1, 1.3], 6));
    expect(oddsAt(uneven, { now: 1.3, target: 1.5 }).map(({ day }) => day)).toEqual([expect.any(String), null]);
  });

  it("puts the probability where it says it is", () => {
    const level = fc.double({ min: 1, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 4, maxLength: 8 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (levels, gap) => {
          const pace = known(points(levels, 6));
          const now = levels.at(-1) ?? 1;
          const [half, most] = oddsAt(pace, { now, target: now + gap });
          if (half?.day && most?.day) expect(most.day >= half.day).toBe(true);
          if (!most?.day || pace.spread < 1e-9) return;
          const seen = yearsFrom(pace.from, pace.to);
          const chance = (h: number) =>
            studentT((pace.perYear * h - gap) / (pace.spread * Math.sqrt(h + h ** 2 / seen)), levels.length - 2);
          const h = yearsFrom(pace.to, most.day);
          expect(chance(h)).toBeGreaterThanOrEqual(0.8 - 1e-6);
          expect(chance(Math.max(h - 1.01 / DAYS_A_YEAR, 1e-9))).toBeLessThanOrEqual(0.8 + 1e-6);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function points(levels: readonly number[], months: number) {
  return levels.map((level, i) => ({ day: addMonths("2025-01-01", i * months), level }));
}

function known(given: Parameters<typeof paceOf>[0]): KnownPace {
  const pace = paceOf(given);
  if (pace.kind !== "known") throw new Error("no pace");
  return pace;
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2025, 0, 1) + Math.round(days) * 86_400_000).toISOString().slice(0, 10);
}

function yearsFrom(from: string, to: string | null | undefined): number {
  return to ? (dayNumber(to) - dayNumber(from)) / DAYS_A_YEAR : Number.NaN;
}
