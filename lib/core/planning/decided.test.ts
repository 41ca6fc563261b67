import { describe, expect, it } from "vitest";
import { dayNumber } from "../charts/time-scale";
import { daysOf } from "./calendar";
import { decidedSpan } from "./decided";
import type { Decision } from "./types";

/** Four weeks of work, asked on Tuesday 24 Nov 2026. */
function decide(decision: Omit<Decision, "initiative">) {
  const decided = decidedSpan({ initiative: "i.x", ...decision }, { weeks: 4, today: dayNumber("2026-11-24") });
  if (!decided?.span) return decided;
  const { first, last } = daysOf(decided.span);
  return [first, last, decided.late];
}

describe("days that people decided", () => {
  it("leaves to the planner what is open without days, and what is dropped", () => {
    expect(decide({ state: "open", owner: "network team" })).toBeNull();
    expect(decide({ state: "dropped", startsOn: "2027-01-04" })).toBeNull();
  });

  it("takes the missing day from the weeks", () => {
    expect(decide({ state: "open", startsOn: "2027-01-04" })).toEqual(["2027-01-04", "2027-01-31", false]);
    expect(decide({ state: "open", endsOn: "2027-01-31" })).toEqual(["2027-01-04", "2027-01-31", false]);
    expect(decide({ state: "in-progress" })).toEqual(["2026-11-24", "2026-12-21", false]);
  });

  it("stretches work whose end has passed to today, and calls it late", () => {
    expect(decide({ state: "in-progress", startsOn: "2026-10-05" })).toEqual(["2026-10-05", "2026-11-24", true]);
    expect(decide({ state: "in-progress", startsOn: "2026-10-05", endsOn: "2026-11-24" })).toEqual([
      "2026-10-05",
      "2026-11-24",
      false,
    ]);
    expect(decide({ state: "open", startsOn: "2026-11-23" })).toEqual(["2026-11-23", "2026-12-20", true]);
  });

  it("begins work in progress today when its day lies ahead", () => {
    expect(decide({ state: "in-progress", startsOn: "2026-12-07", endsOn: "2027-01-10" })).toEqual([
      "2026-11-24",
      "2027-01-10",
      false,
    ]);
  });

  it("keeps the days of what is done, and does without them", () => {
    expect(decide({ state: "done", startsOn: "2026-09-07", endsOn: "2026-10-02" })).toEqual([
      "2026-09-07",
      "2026-10-02",
      false,
    ]);
    expect(decide({ state: "done", startsOn: "2026-11-09" })).toEqual(["2026-11-09", "2026-11-23", false]);
    expect(decide({ state: "done" })).toEqual({ span: null, late: false });
  });
});
