import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockTime, TIMER_AT_ZERO, timerSeconds, toggleTimer } from "./decision";

describe("a stretch of time", () => {
  it.each([
    [0, "0:00"],
    [59.9, "0:59"],
    [245, "4:05"],
    [3600, "1:00:00"],
    [3729, "1:02:09"],
  ])("%d s reads as %s", (seconds, text) => {
    expect(clockTime(seconds)).toBe(text);
  });
});

describe("a timer", () => {
  it("counts only while it runs", () => {
    const started = toggleTimer(TIMER_AT_ZERO, 1_000);
    expect(timerSeconds(started, 4_000)).toBe(3);
    const stopped = toggleTimer(started, 4_000);
    expect(timerSeconds(stopped, 90_000)).toBe(3);
    expect(timerSeconds(toggleTimer(stopped, 90_000), 92_000)).toBe(5);
  });

  it("never counts backwards, whatever the clock does", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 12 }), (moments) => {
        let timer = TIMER_AT_ZERO;
        let shown = 0;
        for (const now of moments) {
          timer = toggleTimer(timer, now);
          expect(timerSeconds(timer, now)).toBeGreaterThanOrEqual(shown);
          shown = timerSeconds(timer, now);
        }
      }),
    );
  });
});
