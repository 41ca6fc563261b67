import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockTime, noteTimer, TIMER_AT_ZERO, TIMER_NOTED_EVERY, timerSeconds, toggleTimer } from "./decision";

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

  it("counts nothing of the time in which nobody noted it, and stands then", () => {
    const started = toggleTimer(TIMER_AT_ZERO, 0);
    const noted = noteTimer(started, 60_000);
    expect(noted).toEqual({ counted: 60_000, since: 60_000 });
    const nextDay = 60_000 + 18 * 3_600_000;
    expect(timerSeconds(noted, nextDay)).toBe(60);
    expect(toggleTimer(noted, nextDay)).toEqual({ counted: 60_000, since: null });
    expect(noteTimer(noted, nextDay)).toEqual({ counted: 60_000, since: null });
    expect(noteTimer(TIMER_AT_ZERO, nextDay)).toEqual(TIMER_AT_ZERO);
  });

  it("shows the same whether it is noted or not, as long as it is noted in time", () => {
    const gaps = fc.array(fc.nat(2 * TIMER_NOTED_EVERY), { maxLength: 12 });
    fc.assert(
      fc.property(gaps, (waits) => {
        let timer = toggleTimer(TIMER_AT_ZERO, 0);
        let now = 0;
        for (const wait of waits) {
          now += wait;
          timer = noteTimer(timer, now);
        }
        expect(timerSeconds(timer, now)).toBe(now / 1000);
      }),
    );
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
