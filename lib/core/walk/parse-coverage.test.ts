import { describe, expect, it } from "vitest";
import { parseCoverage, parseCoverageFields } from "./parse-coverage";

const partly = (coverage: number, counted = {}) => ({
  ok: true,
  answer: { status: "partly", coverage: expect.closeTo(coverage, 12), ...counted },
});

describe("parseCoverage", () => {
  it.each([
    ["92", 0.92],
    ["92 %", 0.92],
    ["92%", 0.92],
    [" 93,3 % ", 0.933],
    ["93.3", 0.933],
    ["0.5 %", 0.005],
  ])("reads %j as a share", (text, share) => {
    expect(parseCoverage(text)).toEqual(partly(share));
  });

  it.each(["1123/1204", "1,123/1,204", "1123 / 1204", "1.123/1.204", "1 123 of 1 204", "1123 OF 1204", "1’123/1’204"])(
    "reads %j as a count that stays a count",
    (text) => {
      expect(parseCoverage(text)).toEqual(partly(1123 / 1204, { count: 1123, population: 1204 }));
    },
  );

  it.each(["0", "0 %", "0/1204"])("makes %j not met", (text) => {
    expect(parseCoverage(text)).toEqual({ ok: true, answer: { status: "not-met" } });
  });

  it.each(["100", "100 %", "1204/1204"])("makes %j met", (text) => {
    expect(parseCoverage(text)).toEqual({ ok: true, answer: { status: "met" } });
  });

  it.each([
    ["", /Write a share/],
    ["most", /Write a share/],
    ["-3", /Write a share/],
    ["1123", /up to 100 %.*1123\/1204/],
    ["0.92", /Is that 92 %\?/],
    ["1205/1204", /larger than its population/],
    ["3/0", /population of 0/],
    ["1/2/3", /one count and one population/],
    ["12,34/1204", /whole numbers/],
    ["1e3/2000", /whole numbers/],
    ["1/3000000000", /larger than can be stored/],
  ])("refuses %j and says what to write", (text, message) => {
    expect(parseCoverage(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it("takes two fields, and one alone as a share", () => {
    expect(parseCoverageFields("1108", "1204")).toEqual(partly(1108 / 1204, { count: 1108, population: 1204 }));
    expect(parseCoverageFields("92", " ")).toEqual(partly(0.92));
  });
});
