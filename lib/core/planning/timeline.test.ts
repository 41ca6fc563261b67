import { describe, expect, it } from "vitest";
import { smallInitiative } from "../../../tests/support/small-initiative";
import { smallClaims, smallTree } from "../../../tests/support/small-model";
import { compileModel } from "../scoring/compile-model";
import { planRoadmap } from "./plan-roadmap";
import { levelSteps, timelineOf } from "./timeline";
import type { Decision } from "./types";

const TODAY = "2027-01-31";

/** Two pillars of one topic; the calendar is Q1 27 alone, 90 days. */
function plan(decisions: readonly Decision[]) {
  const topic = { criteria: { advanced: { a: 1, b: 1 } } };
  const other = { criteria: { advanced: { c: 1 } } };
  return planRoadmap({
    model: compileModel(smallTree({ pillars: { p: { topics: { t: topic } }, q: { topics: { u: other } } } })),
    claims: smallClaims({}),
    initiatives: [
      smallInitiative("p.first", ["a"]),
      smallInitiative("p.second", ["b"], { needs: ["p.first"] }),
      smallInitiative("q.third", ["c"]),
    ],
    sizes: {},
    targets: {},
    settings: { start: "2027-01-01", quarters: 1, capacity: 100 },
    decisions,
    today: TODAY,
  });
}

describe("timeline of a plan", () => {
  it("lays bars out to scale, cut at the ends of the plan, worked off by time", () => {
    const { scale, today, groups, links } = timelineOf(
      plan([
        { initiative: "p.first", state: "in-progress", startsOn: "2027-01-10", endsOn: "2027-03-10" },
        { initiative: "p.second", state: "open", startsOn: "2027-03-23" },
        { initiative: "q.third", state: "done", startsOn: "2026-12-01", endsOn: "2027-01-09" },
      ]),
      ["q", "p"],
      TODAY,
    );
    expect([scale.from, scale.to]).toEqual(["2027-01-01", "2027-04-01"]);
    expect(today).toBeCloseTo(30 / 90, 9);
    expect(groups.map(({ pillar, rows }) => [pillar, rows.map(({ item }) => item.initiative)])).toEqual([
      ["q", ["q.third"]],
      ["p", ["p.first", "p.second"]],
    ]);
    const [third, first, second] = groups.flatMap(({ rows }) => rows.map(({ bar }) => bar));
    expect(third).toEqual({ from: 0, to: 0.1, cutStart: true, cutEnd: false, worked: 0.1 });
    expect(first?.from).toBeCloseTo(0.1, 9);
    expect(first?.worked).toBeCloseTo(30 / 90, 9);
    expect(second).toMatchObject({ to: 1, cutEnd: true, cutStart: false });
    expect(links).toEqual([{ from: "p.first", to: "p.second" }]);
  });

  it("draws no bar for days that nobody noted or that lie outside", () => {
    const bars = (decision: Decision) =>
      timelineOf(plan([decision]), ["p", "q"], TODAY).groups.flatMap(({ rows }) => rows.map(({ bar }) => bar));
    expect(bars({ initiative: "p.first", state: "done" })).toEqual([null]);
    expect(bars({ initiative: "p.first", state: "done", endsOn: "2026-12-31" })).toEqual([null]);
  });

  it("steps up at the end of each initiative, and at once for what is done", () => {
    const given = plan([
      { initiative: "p.first", state: "in-progress", endsOn: "2027-03-10", startsOn: "2027-01-10" },
      { initiative: "q.third", state: "done" },
      { initiative: "p.second", state: "open", startsOn: "2027-03-23" },
    ]);
    // An empty optimal stage holds by itself: b alone brings A to 1/2, so the topic to 1 + A + A · 1.
    const steps = levelSteps(given, TODAY);
    expect(given.now.overall?.level).toBe(1);
    expect(steps.map(({ day }) => day)).toEqual([TODAY, "2027-03-11"]);
    expect(steps[0]?.level).toBe(2);
    expect(steps[1]?.level).toBeCloseTo(given.quarters[0]?.levels?.overall?.level ?? 0, 9);
  });

  it("begins with the plan where that lies ahead, and is empty where it is past", () => {
    const given = plan([{ initiative: "p.first", state: "in-progress", startsOn: "2027-01-10", endsOn: "2027-02-10" }]);
    const shift = (start: string, end: string) => ({
      ...given,
      quarters: given.quarters.map((quarter) => ({ ...quarter, start, end })),
    });
    const [first, ...rest] = levelSteps(shift("2027-04-01", "2027-06-30"), TODAY);
    expect(first?.day).toBe("2027-04-01");
    expect(first?.level).toBeCloseTo((given.now.overall?.level ?? 0) + (given.items[0]?.gain ?? 0), 9);
    expect(rest).toEqual([]);
    expect(levelSteps(shift("2026-04-01", "2026-06-30"), TODAY)).toEqual([]);
  });
});
