import { describe, expect, it } from "vitest";
import { addMonths, dayNumber, dayOf, monthTicks, quarterTicks, tickMonths, timeScale } from "./time-scale";

describe("timeScale", () => {
  it("is to scale: a year takes twice as much as half a year", () => {
    const scale = timeScale({ from: "2024-01-01", to: "2026-01-01" });
    expect(scale.at("2024-01-01")).toBe(0);
    expect(scale.at("2026-01-01")).toBe(1);
    expect(scale.at("2025-01-01")).toBeCloseTo(366 / 731);
  });

  it("refuses an empty axis and what isn't a day", () => {
    expect(() => timeScale({ from: "2026-01-01", to: "2026-01-01" })).toThrow(RangeError);
    expect(() => dayNumber("2026-02-31x")).toThrow(RangeError);
  });

  it("goes from days to numbers and back", () => {
    expect(dayOf(dayNumber("2028-02-29"))).toBe("2028-02-29");
  });
});

describe("ticks", () => {
  it("stand on the same day of each month", () => {
    const ticks = monthTicks(timeScale({ from: "2024-11-27", to: "2027-01-31" }), { months: 12 });
    expect(ticks.map((tick) => tick.name)).toEqual(["Nov 24", "Nov 25", "Nov 26"]);
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
  });

  it("stand at the beginning of quarters", () => {
    const ticks = quarterTicks(timeScale({ from: "2026-11-26", to: "2027-07-01" }));
    expect(ticks.map((tick) => [tick.name, tick.day])).toEqual([
      ["Q4 26", "2026-11-26"],
      ["Q1 27", "2027-01-01"],
      ["Q2 27", "2027-04-01"],
    ]);
  });

  it("are as many as fit", () => {
    expect(tickMonths(timeScale({ from: "2024-11-27", to: "2029-03-01" }), { most: 6 })).toBe(12);
    expect(tickMonths(timeScale({ from: "2026-01-01", to: "2026-05-01" }), { most: 6 })).toBe(1);
  });
});
