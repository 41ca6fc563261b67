import { describe, expect, it } from "vitest";
import {
  capitalise,
  formatBand,
  formatCount,
  formatCountOf,
  formatDay,
  formatDayShort,
  formatGain,
  formatLevel,
  formatMoment,
  formatMonth,
  formatNames,
  formatNumberOf,
  formatPercent,
  formatQuarter,
  formatTime,
} from "./format";

describe("figures", () => {
  it("writes a level with two decimals and a band only where it can be seen", () => {
    expect(formatLevel(1.8449)).toBe("1.84");
    expect(formatBand({ low: 1.84, high: 1.94 })).toBe("1.84 to 1.94");
    expect(formatBand({ low: 2, high: 2.004 })).toBe("2.00");
  });

  it("signs a gain with a true minus and never signs nothing", () => {
    expect(formatGain(0.114)).toBe("+0.11");
    expect(formatGain(-0.02)).toBe("\u22120.02");
    expect(formatGain(-0.001)).toBe("0.00");
    expect(formatGain(-0.0114, { decimals: 3 })).toBe("\u22120.011");
  });

  it("never rounds a part to nothing or to all", () => {
    expect(formatPercent(0.62)).toBe("62\u00a0%");
    expect(formatPercent(0.996)).toBe("99\u00a0%");
    expect(formatPercent(0.001)).toBe("1\u00a0%");
    expect(formatPercent(0)).toBe("0\u00a0%");
    expect(formatPercent(1)).toBe("100\u00a0%");
    expect(formatPercent(0.9327, { decimals: 1 })).toBe("93.3\u00a0%");
    expect(formatPercent(0.9999, { decimals: 1 })).toBe("99.9\u00a0%");
    expect(formatPercent(-0.04)).toBe("\u22124\u00a0%");
  });

  it("counts with separators", () => {
    expect(formatCount(1204)).toBe("1,204");
    expect(formatCount(-1234567)).toBe("\u22121,234,567");
    expect(formatCountOf({ count: 412, population: 530, unit: "laptops" })).toBe("412 of 530 laptops");
    expect(formatCountOf({ count: 31, population: 318 })).toBe("31 of 318");
    expect(formatNumberOf(1, "topic")).toBe("1 topic");
    expect(formatNumberOf(12, "criterion", "criteria")).toBe("12 criteria");
  });
});

describe("dates", () => {
  it("writes calendar days, months and quarters", () => {
    expect(formatDay("2026-11-27")).toBe("27 Nov 2026");
    expect(formatDayShort("2026-11-07")).toBe("7 Nov");
    expect(formatMonth("2026-11-27")).toBe("Nov 26");
    expect(formatQuarter("2027-01-01")).toBe("Q1 27");
    expect(formatQuarter("2026-12-31")).toBe("Q4 26");
  });

  it("refuses what isn't a calendar day", () => {
    for (const wrong of ["2026-13-01", "2026-1-1", "27 Nov 2026", "2026-11-32"])
      expect(() => formatDay(wrong)).toThrow(RangeError);
  });

  it("writes a moment in its zone, over midnight too", () => {
    const moment = new Date("2026-11-26T23:05:00Z");
    expect(formatMoment(moment, "Europe/Berlin")).toBe("27 Nov 2026 00:05 CET");
    expect(formatMoment(moment, "UTC")).toBe("26 Nov 2026 23:05 UTC");
    expect(formatTime(moment, "Europe/Berlin")).toBe("00:05");
  });
});

describe("names", () => {
  it("lists them as a sentence does", () => {
    expect(formatNames([])).toBe("");
    expect(formatNames(["Data"])).toBe("Data");
    expect(formatNames(["Data", "Network"])).toBe("Data and Network");
    expect(formatNames(["Apps", "Data", "Network"])).toBe("Apps, Data and Network");
    expect(formatNames(["A", "B", "C", "D", "E"], { most: 2 })).toBe("A, B and 3 more");
    expect(capitalise("traditional")).toBe("Traditional");
  });
});
