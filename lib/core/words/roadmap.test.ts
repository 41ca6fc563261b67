import { describe, expect, it } from "vitest";
import type { PlanItem, RoadmapPlan, TargetReached } from "../planning/types";
import {
  effortWords,
  formatDays,
  gainWords,
  groupUnplaced,
  outlookSentence,
  personDays,
  planItemWords,
  spanWords,
  targetsSentence,
  targetWords,
  whyWords,
} from "./roadmap";

const ITEM: PlanItem = {
  initiative: "data.close-open-stores",
  title: "Close open stores",
  pillar: "data",
  stage: "advanced",
  state: "open",
  owner: "data owner",
  startQuarter: "Q1 27",
  start: "2027-01-04",
  end: "2027-02-28",
  placed: true,
  days: 34,
  effort: { low: 17, likely: 34, high: 68 },
  opens: 3,
  unknown: 0,
  gain: 0.25,
  after: [],
  late: false,
  tooEarlyFor: [],
};
const level = (overall: number) => ({ overall: { level: overall, stage: "traditional" }, pillars: [] });
const PLAN: RoadmapPlan = {
  now: level(1.5),
  quarters: [
    { label: "Q1 27", start: "2027-01-01", end: "2027-03-31", capacity: 40, left: 40, used: 34, levels: level(1.75) },
  ],
  items: [ITEM],
  unplaced: [],
  targets: [],
  aim: null,
};
const TARGET: TargetReached = {
  pillar: "data",
  target: 2.4,
  now: 1.5,
  level: 1.9,
  quarter: null,
  reached: "not-reached",
  onTime: false,
};
const nameOf = (id: string) => ({ data: "Data", apps: "Apps" })[id] ?? id;

describe("words of a plan", () => {
  it("writes person-days", () => {
    expect([formatDays(34), formatDays(0.5), formatDays(1204)]).toEqual(["34\u00a0d", "0.5\u00a0d", "1,204\u00a0d"]);
    expect([personDays(1), personDays(3.5)]).toEqual(["1 person-day", "3.5 person-days"]);
    expect(effortWords({ low: 17, likely: 34, high: 68 })).toBe("17 to 68 person-days, most likely 34");
    expect(effortWords({ low: 0.5, likely: 0.5, high: 0.5 })).toBe("0.5 person-days");
  });

  it("never calls a gain nothing that is something", () => {
    expect([gainWords(0.114), gainWords(0.004), gainWords(0)]).toEqual(["+0.11", "under +0.01", "0.00"]);
  });

  it("writes days with the year once", () => {
    expect(spanWords(ITEM)).toBe("4 Jan to 28 Feb 2027");
    expect(spanWords({ start: "2026-12-07", end: "2027-02-28" })).toBe("7 Dec 2026 to 28 Feb 2027");
    expect(spanWords({ start: null, end: null })).toBe("");
  });

  it("says an initiative whole", () => {
    expect(planItemWords(ITEM, "Advanced")).toBe("Close open stores: Advanced, 4 Jan to 28 Feb 2027, 34 person-days");
    const late: PlanItem = { ...ITEM, state: "in-progress", late: true, tooEarlyFor: ["data.x"] };
    expect(planItemWords(late, "Advanced")).toBe(
      "Close open stores: Advanced, in progress, late, starts before what it builds on has ended, 4 Jan to 28 Feb 2027, 34 person-days",
    );
  });

  it("says where the plan leads, from its own numbers", () => {
    expect(outlookSentence(PLAN, nameOf)).toBe(
      "1 initiative with 34 person-days leads from 1.50 to 1.75 by the end of Q1 27.",
    );
    expect(outlookSentence({ ...PLAN, items: [], now: level(1.75) }, nameOf)).toBe(
      "Nothing is planned; the level stays at 1.75.",
    );
    const past = { ...PLAN, quarters: PLAN.quarters.map((quarter) => ({ ...quarter, levels: null })) };
    expect(outlookSentence(past, nameOf)).toMatch(/are past/);
  });

  it("says which targets are reached, and which late", () => {
    const met: TargetReached = {
      ...TARGET,
      pillar: "apps",
      level: 2.41,
      reached: "planned",
      quarter: "Q3 27",
      onTime: true,
    };
    expect(targetWords(TARGET)).toBe("0.50 short");
    expect(targetWords(met)).toBe("end of Q3 27");
    expect(targetsSentence([met, TARGET], nameOf)).toBe(
      "1 of 2 targets is reached by then; Data is farthest, 0.50 short.",
    );
    expect(targetsSentence([met, { ...met, pillar: "data" }], nameOf)).toBe("All 2 targets are reached by then.");
    expect(targetsSentence([met, { ...met, pillar: "data", onTime: false }], nameOf)).toBe(
      "All 2 targets are reached by then, Data late.",
    );
  });

  it("says why something is left out, down to the first reason", () => {
    const titleOf = () => "Close open stores";
    expect(whyWords({ kind: "too-large", capacity: 121 }, titleOf)).toBe("Fits from 121 person-days a quarter on.");
    const waits = { kind: "waits", needs: "data.x", because: { kind: "no-room" } } as const;
    expect(whyWords(waits, titleOf)).toBe(
      "Waits for “Close open stores”. Of that: work with more gain per person-day takes the room.",
    );
    const left = { title: "Close open stores", pillar: "data", days: 34 };
    const groups = groupUnplaced([
      { ...left, initiative: "a", why: { kind: "not-needed" } },
      { ...left, initiative: "b", why: waits },
      { ...left, initiative: "c", why: { kind: "no-room" } },
    ]);
    expect(groups.map(({ kind, entries }) => [kind, entries.length])).toEqual([
      ["no-room", 2],
      ["not-needed", 1],
    ]);
  });
});
