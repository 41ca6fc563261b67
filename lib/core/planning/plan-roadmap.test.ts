import { describe, expect, it } from "vitest";
import { smallInitiative } from "../../../tests/support/small-initiative";
import { type SmallModel, smallClaims, smallTree } from "../../../tests/support/small-model";
import { compileModel } from "../scoring/compile-model";
import { checkPlan } from "./check-plan";
import { planRoadmap } from "./plan-roadmap";
import type { PlanInstance } from "./types";

/** One pillar, two topics, nothing met: levels 1 + A + A·O. No initiative delivers r2. */
const IDENTITY: SmallModel = {
  pillars: {
    identity: {
      topics: {
        "sign-in": { criteria: { advanced: { a1: 1, a2: 1 }, optimal: { o1: 1 } } },
        roles: { criteria: { advanced: { r1: 1 }, optimal: { r2: 1 } } },
      },
    },
  },
};
const STRONG = smallInitiative("identity.strong", ["a1", "a2"], { days: 40, weeks: 8 });
const KEYS = smallInitiative("identity.keys", ["o1"], { days: 10, weeks: 4 });
const ROLES = smallInitiative("identity.roles", ["r1"], { days: 30, weeks: 8 });

function instance(parts: Partial<PlanInstance> & Readonly<{ tree?: SmallModel }> = {}): PlanInstance {
  const { tree = IDENTITY, ...rest } = parts;
  return {
    model: compileModel(smallTree(tree)),
    claims: smallClaims({}),
    initiatives: [STRONG, KEYS, ROLES],
    sizes: {},
    targets: { identity: 2.5 },
    settings: { start: "2027-01-01", quarters: 4, capacity: 40 },
    decisions: [],
    today: "2026-12-15",
    ...rest,
  };
}

/** A plan that keeps all rules, as "id first–last" and "id why". */
function planned(parts: Parameters<typeof instance>[0] = {}) {
  const given = instance(parts);
  const plan = planRoadmap(given);
  expect(checkPlan(given, plan)).toEqual([]);
  return {
    plan,
    items: plan.items.map(({ initiative, start, end }) => `${initiative} ${start}–${end}`),
    unplaced: Object.fromEntries(plan.unplaced.map(({ initiative, why }) => [initiative, why])),
  };
}

describe("three initiatives, planned by hand", () => {
  /*
   * Capacity 40 a quarter, from Q1 27. Gains in the pillar's level (half of a topic's):
   *   round 1: strong 0.5 ÷ 40 d, roles 0.5 ÷ 30 d, keys 0 (A is 0, so A·O is). Roles wins: Mon 4 Jan to 28 Feb, 30 d in Q1.
   *   round 2: strong 0.5 ÷ 40 d, keys still 0. Q1 has 10 d left, that is 14 of strong's 56 days, so no Monday before
   *            18 March does: Mon 22 Mar to 16 May, 10 days in Q1 (7.14 d), 46 in Q2 (32.86 d).
   *   round 3: keys, now 0.5 ÷ 10 d. Q2 has 7.14 d left, that is 20 of its 28 days: Mon 14 Jun to 11 Jul,
   *            17 days in Q2 (6.07 d), 11 in Q3 (3.93 d).
   * Levels at the ends: (1 + 2) ÷ 2, (2 + 2) ÷ 2, (3 + 2) ÷ 2, and no more.
   */
  const { plan, items, unplaced } = planned();

  it("orders by gain per person-day and lets optimal work wait for advanced", () => {
    expect(items).toEqual([
      "identity.roles 2027-01-04–2027-02-28",
      "identity.strong 2027-03-22–2027-05-16",
      "identity.keys 2027-06-14–2027-07-11",
    ]);
    expect(unplaced).toEqual({});
  });

  it("spreads the effort over the quarters", () => {
    const used = plan.quarters.map((quarter) => Number(quarter.used.toFixed(2)));
    expect(used).toEqual([37.14, 38.93, 3.93, 0]);
  });

  it("scores anew at the end of each quarter", () => {
    expect(plan.now.overall).toEqual({ level: 1, stage: "traditional" });
    expect(plan.quarters.map(({ levels }) => levels?.overall?.level)).toEqual([1.5, 2, 2.5, 2.5]);
    expect(plan.quarters.map(({ levels }) => levels?.overall?.stage)).toEqual([
      "traditional",
      "advanced",
      "advanced",
      "advanced",
    ]);
    expect(plan.items.map(({ gain }) => gain)).toEqual([0.5, 0.5, 0.5]);
    expect(plan.aim).toBe(2.5);
  });

  it("says when the target is reached", () => {
    expect(plan.targets).toEqual([
      { pillar: "identity", target: 2.5, now: 1, level: 2.5, quarter: "Q3 27", reached: "planned", onTime: null },
    ]);
    const onTime = (by: string) => planRoadmap(instance({ by })).targets[0]?.onTime;
    expect(onTime("2027-07-11")).toBe(true);
    expect(onTime("2027-07-10")).toBe(false);
  });

  it("prefers the bundle where optimal work needs the advanced one: 1.0 ÷ 50 d beats 0.5 ÷ 30 d", () => {
    const keys = { ...KEYS, prerequisites: ["identity.strong"] };
    expect(planned({ initiatives: [STRONG, keys, ROLES] }).items).toEqual([
      "identity.strong 2027-01-04–2027-02-28", // fills Q1
      "identity.keys 2027-04-05–2027-05-02",
      "identity.roles 2027-04-05–2027-05-30",
    ]);
  });
});

describe("targets", () => {
  it("stops when they are reached, and says what wasn't needed", () => {
    const { items, unplaced } = planned({ targets: { identity: 1.5 } });
    expect(items).toEqual(["identity.roles 2027-01-04–2027-02-28"]);
    expect(unplaced).toEqual({ "identity.keys": { kind: "not-needed" }, "identity.strong": { kind: "not-needed" } });
  });

  it("counts no gain beyond the target, so the cheaper way closes a small gap", () => {
    // Strong brings 0.5 of which 0.2 are wanted: 0.2 ÷ 40. Half of it for 18 d: 0.2 ÷ 18, though 0.25 ÷ 18 < 0.5 ÷ 30.
    const half = smallInitiative("identity.half", ["a1"], { days: 18 });
    expect(planned({ targets: { identity: 1.2 }, initiatives: [STRONG, ROLES, half] }).items).toEqual([
      "identity.half 2027-01-04–2027-01-31",
    ]);
  });

  it("plans nothing for a pillar without one", () => {
    const { items, unplaced, plan } = planned({ targets: {} });
    expect(items).toEqual([]);
    expect(unplaced["identity.roles"]).toEqual({ kind: "no-target" });
    expect(plan.aim).toBeNull();
  });

  it("calls reached today what is", () => {
    const claims = smallClaims({ a1: "met", a2: "met", r1: "met" });
    expect(planned({ claims, targets: { identity: 2 } }).plan.targets[0]).toMatchObject({
      reached: "today",
      quarter: null,
    });
  });

  it("prefers what opens a stage among nearly equal gains", () => {
    // Both bring 0.5 for 30 d or 30.5 d. Roles are the gate; with sign-in met, reaching them opens Advanced.
    const tree: SmallModel = {
      pillars: {
        identity: {
          topics: {
            "sign-in": { weight: 4, criteria: { advanced: { a1: 1 } } },
            roles: { gate: true, criteria: { advanced: { r1: 1 } } },
            guests: { criteria: { advanced: { g1: 1 } } },
          },
        },
      },
    };
    const guests = smallInitiative("identity.guests", ["g1"], { days: 30, weeks: 8 });
    const gate = smallInitiative("identity.roles", ["r1"], { days: 31, weeks: 8 });
    const claims = smallClaims({ a1: "met" });
    const { items } = planned({ tree, claims, initiatives: [guests, gate], targets: { identity: 3 } });
    expect(items[0]).toBe("identity.roles 2027-01-04–2027-02-28");
    const dear = { ...gate, effort: { ...gate.effort, likely: 33 } };
    const other = planned({ tree, claims, initiatives: [guests, dear], targets: { identity: 3 } });
    expect(other.items[0]).toBe("identity.guests 2027-01-04–2027-02-28");
  });
});

describe("what people decided", () => {
  it("stands, takes its capacity first, and counts in the projection only", () => {
    const { plan, items } = planned({
      today: "2027-01-20",
      decisions: [
        { initiative: "identity.roles", state: "done", startsOn: "2027-01-04", endsOn: "2027-01-17" },
        { initiative: "identity.strong", state: "in-progress", startsOn: "2027-01-11", owner: "identity team" },
      ],
    });
    expect(items[0]).toBe("identity.roles 2027-01-04–2027-01-17");
    expect(items[1]).toBe("identity.strong 2027-01-11–2027-03-07");
    expect(plan.quarters[0]?.used).toBeCloseTo(70, 9); // both in Q1, over the 40 there are
    expect(plan.items[2]?.start).toBe("2027-04-05"); // so keys have to wait for Q2
    expect(plan.now.overall?.level).toBe(1);
    expect(plan.quarters[0]?.levels?.overall?.level).toBe(2);
    expect(plan.items[1]?.owner).toBe("identity team");
    expect(plan.items[2]?.owner).toBe("security engineer");
  });

  it("leaves out what is dropped and all that builds on it", () => {
    const keys = { ...KEYS, prerequisites: ["identity.strong"] };
    const { items, unplaced } = planned({
      initiatives: [STRONG, keys, ROLES],
      decisions: [{ initiative: "identity.strong", state: "dropped" }],
    });
    expect(items).toEqual(["identity.roles 2027-01-04–2027-02-28"]);
    expect(unplaced).toEqual({
      "identity.strong": { kind: "dropped" },
      "identity.keys": { kind: "waits", needs: "identity.strong", because: { kind: "dropped" } },
    });
  });

  it("plans what a fixed start needs, whatever the targets, and says where that comes too late", () => {
    const keys = { ...KEYS, prerequisites: ["identity.strong"] };
    const given = { initiatives: [STRONG, keys, ROLES], targets: {} };
    const fixed = (startsOn: string) => ({ initiative: "identity.keys", state: "open", startsOn }) as const;
    const good = planned({ ...given, decisions: [fixed("2027-04-01")] });
    expect(good.items).toEqual(["identity.strong 2027-01-04–2027-02-28", "identity.keys 2027-04-01–2027-04-28"]);
    expect(good.plan.items[1]?.tooEarlyFor).toEqual([]);
    const early = planned({ ...given, decisions: [fixed("2027-02-01")] });
    expect(early.plan.items.find(({ initiative }) => initiative === "identity.keys")?.tooEarlyFor).toEqual([
      "identity.strong",
    ]);
  });

  it("doesn't plan into days that are past", () => {
    // Half of the quarter's 90 days are gone on 15 Feb, so 20 of the 40 d are left. From 22 Feb, 38 of 56 days would take
    // 20.36 d of them; from 1 March it is 31 days and 16.61 d.
    const { plan, items } = planned({ today: "2027-02-15", initiatives: [ROLES], targets: { identity: 1.5 } });
    expect(plan.quarters[0]?.left).toBeCloseTo(20, 9);
    expect(items).toEqual(["identity.roles 2027-03-01–2027-04-25"]);
  });
});

describe("what can't be placed", () => {
  it("says how much capacity the largest needs", () => {
    // 12 weeks lie at best across two quarters, 42 days in each: half of 200 d.
    const large = smallInitiative("identity.large", ["a1", "a2"], { days: 200, weeks: 12 });
    const { unplaced } = planned({ initiatives: [large] });
    expect(unplaced["identity.large"]).toMatchObject({ kind: "too-large" });
    const why = unplaced["identity.large"];
    const needed = why?.kind === "too-large" ? why.capacity : 0;
    const { settings } = instance();
    expect(planned({ initiatives: [large], settings: { ...settings, capacity: needed } }).items).toHaveLength(1);
    expect(planned({ initiatives: [large], settings: { ...settings, capacity: needed - 1 } }).items).toEqual([]);
  });

  it("says what is too long, what finds no room, and what waits for it", () => {
    const long = smallInitiative("identity.long", ["a1"], { days: 5, weeks: 60 });
    expect(planned({ initiatives: [long] }).unplaced).toEqual({ "identity.long": { kind: "too-long", weeks: 60 } });

    const after = { ...KEYS, prerequisites: ["identity.long"] };
    expect(planned({ initiatives: [long, after] }).unplaced["identity.keys"]).toEqual({
      kind: "waits",
      needs: "identity.long",
      because: { kind: "too-long", weeks: 60 },
    });

    const settings = { start: "2027-01-01", quarters: 1, capacity: 40 };
    expect(planned({ settings }).unplaced["identity.strong"]).toEqual({ kind: "no-room" });
  });

  it("has no gain to offer above a stage that stays empty", () => {
    expect(planned({ initiatives: [KEYS] }).unplaced).toEqual({ "identity.keys": { kind: "no-gain" } });
  });
});
