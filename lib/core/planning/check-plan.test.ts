import { describe, expect, it } from "vitest";
import { smallInitiative } from "../../../tests/support/small-initiative";
import { smallClaims, smallTree } from "../../../tests/support/small-model";
import { compileModel } from "../scoring/compile-model";
import { checkPlan } from "./check-plan";
import { planRoadmap } from "./plan-roadmap";
import type { PlanInstance, PlanItem, RoadmapPlan } from "./types";

const instance: PlanInstance = {
  model: compileModel(smallTree({ pillars: { p: { topics: { t: { criteria: { advanced: { a: 1, b: 1 } } } } } } })),
  claims: smallClaims({}),
  initiatives: [
    smallInitiative("p.first", ["a"], { days: 20 }),
    smallInitiative("p.second", ["b"], { days: 20, needs: ["p.first"] }),
  ],
  sizes: {},
  targets: { p: 3 },
  settings: { start: "2027-01-01", quarters: 2, capacity: 40 },
  decisions: [{ initiative: "p.first", state: "open", owner: "network team" }],
  today: "2026-12-15",
};
const plan = planRoadmap(instance);

/** The plan with one initiative changed. */
function changed(initiative: string, parts: Partial<PlanItem>): RoadmapPlan {
  return { ...plan, items: plan.items.map((item) => (item.initiative === initiative ? { ...item, ...parts } : item)) };
}

describe("the checker", () => {
  it("has nothing to say of a sound plan", () => {
    expect(plan.items.map(({ initiative, start }) => `${initiative} ${start}`)).toEqual([
      "p.first 2027-01-04",
      "p.second 2027-02-01",
    ]);
    expect(checkPlan(instance, plan)).toEqual([]);
  });

  it.each<[string, RoadmapPlan, RegExp]>([
    [
      "work that overlaps its prerequisite",
      changed("p.second", { start: "2027-01-25", end: "2027-02-21" }),
      /p.second starts before p.first/,
    ],
    ["days outside the plan", changed("p.first", { start: "2026-12-07", end: "2027-01-03" }), /outside the plan/],
    ["fewer days than its weeks", changed("p.first", { end: "2027-01-24" }), /doesn't take its weeks/],
    ["two places", { ...plan, items: [...plan.items, ...plan.items.slice(0, 1)] }, /p.first has two places/],
    ["a forgotten one", { ...plan, items: plan.items.slice(0, 1) }, /p.second is forgotten/],
    ["another owner", changed("p.first", { owner: "nobody" }), /p.first is not network team's/],
    ["more effort than counted", changed("p.first", { days: 30 }), /Q1 27 says 40 and holds 50/],
    ["levels that the score doesn't give", { ...plan, now: { overall: null, pillars: [] } }, /levels now are/],
    ["gains that don't add up", changed("p.first", { gain: 0.9 }), /gains add up/],
  ])("finds %s", (_, tampered, sentence) => {
    expect(checkPlan(instance, tampered).join("\n")).toMatch(sentence);
  });

  it("finds more than the capacity", () => {
    const narrow = { ...instance, settings: { ...instance.settings, capacity: 30 } };
    expect(checkPlan(narrow, plan).join("\n")).toMatch(/Q1 27 holds [\d.]+ of 30/);
  });
});
