import { describe, expect, it } from "vitest";
import { parseRate } from "./rate-field";

describe("parseRate", () => {
  it.each([
    ["EUR 1,200", { amount: 1200, currency: "EUR" }],
    ["1200 eur", { amount: 1200, currency: "EUR" }],
    ["chf900", { amount: 900, currency: "CHF" }],
    ["  ", null],
    ["1200", undefined],
    ["EUR 1 USD", undefined],
    ["EUR 0", undefined],
    ["EUR 1,000,001", undefined],
    ["a lot", undefined],
  ])("reads %j", (text, rate) => {
    expect(parseRate(text)).toEqual(rate);
  });
});
