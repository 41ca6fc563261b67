import { describe, expect, it } from "vitest";
import { dayNumber, dayOf } from "../charts/time-scale";
import { mondayFrom, quarterStart, quartersFrom } from "./calendar";

describe("calendar of a plan", () => {
  it("begins with the quarter that a day lies in and runs on over the year", () => {
    expect(quarterStart("2026-11-24")).toBe("2026-10-01");
    expect(quarterStart("2027-03-31")).toBe("2027-01-01");
    const quarters = quartersFrom("2026-11-24", 3);
    expect(quarters.map(({ label }) => label)).toEqual(["Q4 26", "Q1 27", "Q2 27"]);
    expect(quarters.map(({ start, end }) => [dayOf(start), dayOf(end - 1)])).toEqual([
      ["2026-10-01", "2026-12-31"],
      ["2027-01-01", "2027-03-31"],
      ["2027-04-01", "2027-06-30"],
    ]);
  });

  it("finds Mondays", () => {
    expect(dayOf(mondayFrom(dayNumber("2026-11-24")))).toBe("2026-11-30"); // from a Tuesday
    expect(dayOf(mondayFrom(dayNumber("2026-11-30")))).toBe("2026-11-30");
    expect(dayOf(mondayFrom(dayNumber("2027-01-01")))).toBe("2027-01-04");
  });

  it("refuses what isn't a day", () => {
    expect(() => quarterStart("Q1 27")).toThrow(RangeError);
  });
});
