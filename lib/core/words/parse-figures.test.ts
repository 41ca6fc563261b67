import { describe, expect, it } from "vitest";
import { parseCount, parseLevel, parsePercent } from "./parse-figures";

describe("parseCount", () => {
  it.each([
    ["1200", 1200],
    ["1,200", 1200],
    [" 1\u202f200 ", 1200],
    ["1’200", 1200],
    ["", undefined],
    ["  ", undefined],
    ["about 1200", "about 1200"],
    ["-5", "-5"],
    ["1.5", "1.5"],
  ])("reads %j as %j", (text, expected) => expect(parseCount(text)).toBe(expected));
});

describe("parseLevel", () => {
  it.each([
    ["2.4", 2.4],
    ["2,4", 2.4],
    ["3", 3],
    ["", undefined],
    ["high", "high"],
    ["2.4.1", "2.4.1"],
  ])("reads %j as %j", (text, expected) => expect(parseLevel(text)).toBe(expected));
});

describe("parsePercent", () => {
  it.each([
    ["40", 0.4],
    ["40 %", 0.4],
    ["12,5", 0.125],
    ["0", 0],
    ["140", 1.4],
    ["", undefined],
    ["half", "half"],
    ["-4", "-4"],
  ])("reads %j as %j", (text, expected) => expect(parsePercent(text)).toBe(expected));
});
