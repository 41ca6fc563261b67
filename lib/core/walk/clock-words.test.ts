import { describe, expect, it } from "vitest";
import { clockWords } from "./clock-words";

const HOUR = 3_600_000;

describe("a clock that is off", () => {
  it.each([
    [0, ""],
    [6 * 60_000, "this device’s is 6 minutes ahead"],
    [-HOUR, "this device’s is 60 minutes behind"],
    [24 * HOUR, "this device’s is 24 hours ahead"],
    [-50 * HOUR, "this device’s is 2 days behind"],
  ])("by %d ms reads as “%s”", (ms, words) => {
    expect(clockWords(ms)).toBe(words);
  });
});
