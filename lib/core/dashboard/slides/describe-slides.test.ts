import { describe, expect, it } from "vitest";
import { dashboardInput } from "../../../../tests/support/dashboard-input";
import { smallClaims, smallEvidence } from "../../../../tests/support/small-model";
import { titledQuestionnaire } from "../../../../tests/support/titled-questionnaire";
import type { PlanItem, RoadmapPlan, TargetReached } from "../../planning/types";
import type { Claims } from "../../scoring/types";
import { indexContent } from "../content-index";
import { describeDashboard } from "../describe-dashboard";
import { describeSlides, type Presentation, type SlideKind } from "./describe-slides";

const content = titledQuestionnaire({
  pillars: {
    devices: { topics: { inventory: { gate: true, criteria: { advanced: { listed: 1, owned: 1 } } } } },
    network: { topics: { segments: { gate: true, criteria: { advanced: { zoned: 1 } } } } },
  },
});
const claims = smallClaims({ listed: "met", owned: "met", zoned: 0.5 });

function presentationOf(
  given: Claims,
  { plan = null, ...options }: Parameters<typeof dashboardInput>[2] & { plan?: RoadmapPlan | null } = {},
): Presentation {
  const dashboard = describeDashboard(dashboardInput(content, given, options));
  if (!dashboard) throw new Error("there is no score");
  return describeSlides({ dashboard, index: indexContent(content), plan, exceptions: [], asOf: given.asOf });
}

const slide = ({ slides }: Presentation, kind: SlideKind) => slides.find((one) => one.kind === kind);

describe("the plan", () => {
  const reached = (pillar: string, more: Partial<TargetReached> = {}): TargetReached => ({
    pillar,
    target: 2.5,
    now: 2,
    level: 2.6,
    quarter: "Q3 27",
    reached: "planned",
    onTime: true,
    ...more,
  });
  const item: PlanItem = {
    initiative: "zones",
    title: "Zones",
    pillar: "network",
    stage: "advanced",
    state: "open",
    owner: "network lead",
    startQuarter: "Q3 26",
    start: "2026-09-01",
    end: "2026-10-01",
    placed: true,
    days: 20,
    effort: { low: 15, likely: 20, high: 30 },
    opens: 1,
    unknown: 0,
    gain: 0.25,
    after: [],
    late: false,
    tooEarlyFor: [],
  };
  const note = (targets: readonly TargetReached[], pillars: Readonly<Record<string, number>>) => {
    const now = { overall: null, pillars: [] };
    const plan: RoadmapPlan = { now, quarters: [], items: [item], unplaced: [], targets, aim: null };
    return slide(presentationOf(claims, { plan, target: { pillars } }), "plan")?.notes.at(-1);
  };
  const takes = "What is still to be done takes 20 person-days";

  it("says nothing of targets where there are none", () => {
    expect(note([], {})).toBe(`${takes}.`);
  });

  it("says that every pillar reaches its target where each has one", () => {
    const both = { devices: 2.5, network: 2.5 };
    const targets = [reached("devices"), reached("network", { reached: "today" })];
    expect(note(targets, both)).toBe(`${takes}; every pillar reaches its target in time.`);
    expect(
      note(
        targets.map((one) => ({ ...one, onTime: null })),
        both,
      ),
    ).toBe(`${takes}; every pillar reaches its target.`);
    expect(note([reached("devices"), reached("network", { onTime: false })], both)).toBe(
      `${takes}; 1 pillar misses its target or the day.`,
    );
  });

  it("says how many have one where not all do", () => {
    expect(note([reached("devices")], { devices: 2.5 })).toBe(
      `${takes}; 1 pillar of 2 has a target and reaches it in time.`,
    );
  });
});

describe("what changed", () => {
  const message = (before: Claims, now: Claims) => slide(presentationOf(now, { before }), "change")?.message;
  const at = (zoned: number, asOf?: string) => smallClaims({ zoned }, asOf ? { asOf } : {});

  it("agrees with the figures where no cause shows", () => {
    // Zoned is all of one of two pillars, and nothing on top is missing: the level is 1 + zoned.
    expect(message(at(0.0247, "2025-06-15"), at(0.0288))).toBe(
      "Since 15 Jun 2025 the level went from 1.02 to 1.03, by less than 0.005",
    );
    expect(message(at(0.5, "2025-06-15"), at(0.5))).toBe("Since 15 Jun 2025 the level is the same");
  });
});

describe("decisions", () => {
  it("ask to renew a piece once, whatever number of criteria it speaks to", () => {
    const evidence = ["listed", "owned", "zoned"].map((id) =>
      smallEvidence(id, { id: "audit", expires: "2026-07-01" }),
    );
    const { decisions } = presentationOf({ ...claims, evidence });
    expect(decisions.find(({ id }) => id === "evidence")?.text).toBe("Renew 1 piece of evidence");
  });
});
