import { describe, expect, it } from "vitest";
import { dashboardInput } from "../../../../tests/support/dashboard-input";
import { type SmallAnswer, smallClaims, smallEvidence } from "../../../../tests/support/small-model";
import { titledQuestionnaire } from "../../../../tests/support/titled-questionnaire";
import { criterionValue } from "../../scoring/read-values";
import { scoreAssessment } from "../../scoring/score";
import type { Evidence } from "../../scoring/types";
import { dashboardLinks, type ExplainTarget, readExplainTarget } from "../addresses";
import { describeDashboard } from "../describe-dashboard";
import { judgeEvidence, verifiedWords } from "./evidence-verdicts";
import { type Explanation, explainNumber } from "./explain-number";
import type { Formula } from "./formula";

const content = titledQuestionnaire(
  {
    pillars: {
      devices: {
        weight: 2,
        topics: {
          inventory: { gate: true, criteria: { advanced: { listed: 3, owned: 2 }, optimal: { live: 1 } } },
          patching: { weight: 3, criteria: { advanced: { patched: 1 }, optimal: { "patched-fast": 1 } } },
          printers: { condition: "has-printers", criteria: { optimal: { "printers-known": 1 } } },
        },
      },
      network: { topics: { segments: { gate: true, criteria: { advanced: { zoned: 1 }, optimal: { micro: 1 } } } } },
    },
  },
  { zoned: { principles: ["assume-breach"] }, listed: { principles: ["assume-breach"] } },
);

const answers: Record<string, SmallAnswer> = {
  listed: "met",
  owned: 0.5,
  live: 0.25,
  patched: "met",
  "printers-known": 0.9,
  zoned: "na?",
  micro: "met",
};
const claims = smallClaims(answers, {
  evidence: [
    smallEvidence("listed"),
    smallEvidence("owned", { coverage: 0.4 }),
    smallEvidence("patched", { accepted: false }),
  ],
});
const input = dashboardInput(content, claims, { before: smallClaims({ listed: "met" }, { asOf: "2025-06-15" }) });

const every = content.pillars.flatMap(({ topics }) => topics.flatMap(({ criteria }) => criteria));
const allNotMet = Object.fromEntries(every.map(({ id }) => [id, "not-met" as const]));

/** What a formula's text comes to, by its own numbers. */
function recompute({ text }: Formula): number {
  const [left = ""] = text.split(" = ");
  const terms = left.replaceAll("×", "*").replaceAll("÷", "/");
  if (!/^[\d.\s+*/()]+$/.test(terms)) throw new Error(`not a formula: ${text}`);
  return Number(new Function(`return ${terms}`)());
}

type Of<E extends Explanation, O> = E extends Explanation ? (O extends E["of"] ? E : never) : never;

function explained<O extends ExplainTarget["of"]>(target: ExplainTarget & { of: O }) {
  const explanation = explainNumber(input, target);
  if (!explanation || explanation === "left-out" || explanation.of !== target.of) throw new Error(`no ${target.of}`);
  return explanation as Of<Explanation, O>;
}

describe("formulas", () => {
  const score = scoreAssessment(input.model, claims);
  const figures = (of: { low: number; high: number; verified: number } | null | undefined) => [
    of?.low,
    of?.high,
    of?.verified,
  ];

  it("of the whole, of pillars and of principles come to the scores, with the numbers that they name", () => {
    const overall = explained({ of: "overall" });
    const pillar = explained({ of: "pillar", id: "devices" });
    const principle = explained({ of: "principle", id: "assume-breach" });
    for (const { formulas } of [overall, pillar, principle]) {
      expect(formulas).toHaveLength(3);
      for (const formula of formulas) expect(recompute(formula)).toBeCloseTo(formula.result, 3);
    }
    expect(overall.formulas.map(({ result }) => result)).toEqual(figures(score.overall));
    expect(pillar.formulas.map(({ result }) => result)).toEqual(figures(score.pillars[0]));
    expect(principle.formulas.map(({ result }) => result)).toEqual(figures(principle.datum));
  });

  it("of the verified level of a pillar name topics whose not applicable nobody has accepted", () => {
    const blank = smallClaims({ ...answers, "printers-known": "na?" });
    const pillar = explainNumber(dashboardInput(content, blank), { of: "pillar", id: "devices" });
    if (!pillar || pillar === "left-out" || pillar.of !== "pillar") throw new Error("no pillar");
    const verified = pillar.formulas.find(({ measure }) => measure === "verified");
    expect(verified && recompute(verified)).toBeCloseTo(verified?.result ?? 0, 3);
    expect(pillar.parts.find(({ id }) => id === "printers")?.levels).toEqual({
      claimed: undefined,
      upTo: undefined,
      verified: 1,
    });
  });

  it("of a topic go from its criteria over its stages to its level", () => {
    const topic = explained({ of: "topic", id: "inventory" });
    const [advanced, optimal] = topic.stages;
    expect(advanced?.formula).toBe("(3 × 1.0000 + 2 × 0.5000) ÷ 5 = 0.8000");
    expect([advanced?.holds, optimal?.holds]).toEqual([true, false]);
    const [claimed, upTo, verified] = topic.formulas;
    expect(claimed?.text).toBe("1 + 0.8000 + 0.8000 × 0.2500 = 2.0000");
    expect(upTo?.result).toBe(2);
    // Listed 1, owned capped at 0.4: (3 + 0.8) ÷ 5 = 0.76; live has no evidence.
    expect(verified?.text).toBe("1 + 0.7600 + 0.7600 × 0.0000 = 1.7600");
    expect(topic.stage.name).toBe("Advanced");
  });

  it("say where a stage takes its mean from above", () => {
    const topic = explained({ of: "topic", id: "printers" });
    expect(topic.stages.map(({ borrowed, means }) => [borrowed, means.claimed])).toEqual([
      [true, 0.9],
      [false, 0.9],
    ]);
  });
});

describe("what is open", () => {
  it("carries the exact gains and what they open", () => {
    const { open } = explained({ of: "topic", id: "patching" });
    // 2 → 3 in the topic; 3 of 5 of the pillar's weight; 2 of 3 of the whole's.
    expect(open.map(({ id, opens }) => [id, opens])).toEqual([["patched-fast", "Opens Patching: Optimal"]]);
    expect(open[0]?.gain.topic).toBeCloseTo(1);
    expect(open[0]?.gain.pillar).toBeCloseTo(0.6);
    expect(open[0]?.gain.overall).toBeCloseTo(0.4);
    expect(open[0]?.walkHref).toBe("/org/assessments/round/walk/patching");
  });

  it("is all listed for the whole, as many as the dashboard counts, also what gains nothing yet", () => {
    const one = dashboardInput(content, smallClaims({ ...allNotMet, listed: "met" }));
    const overall = explainNumber(one, { of: "overall" });
    if (!overall || overall === "left-out" || overall.of !== "overall") throw new Error("no overall");
    const dashboard = describeDashboard(one);
    expect(dashboard?.holdBack).toMatchObject({ gates: overall.gates.length, open: overall.open.length });
    expect(overall.open.filter(({ gain }) => gain.overall === 0).map(({ id }) => id)).toEqual([
      "patched-fast",
      "micro",
    ]);
  });

  it("says what a pillar's next stage asks for", () => {
    const { next } = explained({ of: "pillar", id: "devices" });
    expect(next).toEqual({
      stage: "Optimal",
      gates: ["Inventory"],
      topicsReached: 1,
      topicsCounting: 3,
      share: 0.2,
      needed: 0.8,
      topicsShort: 1,
    });
  });

  it("ranks a principle's by the gain in the principle and keeps the gain overall", () => {
    const { open } = explained({ of: "principle", id: "verify-explicitly" });
    expect(open.map(({ gainHere }) => gainHere)).toEqual(
      [...open.map(({ gainHere }) => gainHere)].sort((a, b) => b - a),
    );
    expect(open.find(({ id }) => id === "patched-fast")?.gain.overall).toBeCloseTo(0.4);
  });
});

describe("a criterion", () => {
  it("shows its values, its share and its answer", () => {
    const owned = explained({ of: "criterion", id: "owned" });
    expect(owned).toMatchObject({
      answerText: `Partly, 50\u00a0%`,
      shareOfStage: 0.4,
      values: { claimed: 0.5, upTo: 0.5, verified: 0.4 },
    });
    expect(owned.verified).toBe("The smallest of claim 50\u00a0% and measured 40\u00a0%.");
  });

  it("shows by how much an unknown would narrow the band", () => {
    const fast = explained({ of: "criterion", id: "patched-fast" });
    expect(fast.question?.ifMet).toBeCloseTo(0.4);
    expect(explained({ of: "criterion", id: "owned" }).question).toBeUndefined();
  });

  it("is left out where it doesn't apply", () => {
    const zoned = explained({ of: "criterion", id: "zoned" });
    expect(zoned.values).toEqual({ claimed: undefined, upTo: undefined, verified: 0 });
    expect(zoned.shareOfStage).toBeUndefined();
    expect(zoned.verified).toMatch(/isn't accepted yet/);
  });
});

describe("evidence", () => {
  const asOf = "2026-06-15";
  const met = { status: "met" } as const;
  const cases: readonly [string, readonly Evidence[], readonly RegExp[]][] = [
    ["counts", [smallEvidence("x")], [/^Stands behind the claim/]],
    ["waits for acceptance", [smallEvidence("x", { accepted: false })], [/^Not accepted yet/]],
    ["was dismissed", [smallEvidence("x", { dismissed: true })], [/^Dismissed/]],
    ["lies ahead", [smallEvidence("x", { date: "2026-07-01" })], [/^Dated after 15 Jun 2026/]],
    ["has expired", [smallEvidence("x", { expires: "2026-06-15" })], [/^Expired on 15 Jun 2026/]],
    ["contradicts", [smallEvidence("x", { verdict: "contradicts" }), smallEvidence("x")], [/^Contradicts/, /^Stands/]],
    ["measures less", [smallEvidence("x", { coverage: 0.9 })], [/^Measures 90.%, less than the claim/]],
    [
      "is replaced",
      [
        smallEvidence("x", { source: "scanner", date: "2026-04-01" }),
        smallEvidence("x", { source: "scanner", coverage: 1 }),
      ],
      [/^scanner has a newer observation/, /^Measures 100.%, as much/],
    ],
  ];

  it.each(cases)("that %s is said so, and the words agree with the score", (_, items, whys) => {
    const verdicts = judgeEvidence(items, met, asOf);
    verdicts.forEach(({ why }, i) => {
      expect(why).toMatch(whys[i] ?? /never/);
    });
    const { verified } = criterionValue(met, items, asOf);
    expect(verifiedWords(verdicts, met).startsWith("0:")).toBe(verified === 0);
    expect(verdicts.some(({ counts }) => counts) || verified === 0).toBe(true);
  });

  it("has no part where nothing is claimed", () => {
    expect(judgeEvidence([smallEvidence("x")], { status: "not-met" }, asOf)[0]).toMatchObject({ counts: false });
    expect(verifiedWords([], { status: "not-met" })).toBe("0: nothing is claimed.");
  });
});

describe("pace", () => {
  it("says that there are too few points, and lists those there are", () => {
    const { view, steps, formulas } = explained({ of: "pace" });
    expect(view.pace).toMatchObject({ kind: "too-few", points: steps.length });
    expect(formulas).toEqual([]);
  });
});

describe("addresses", () => {
  it("keep the day that was asked for, on the way to two dates too", () => {
    const links = dashboardLinks("/org/assessments/round", { asOf: "2026-01-01" });
    expect(links.dates({ from: "x", measure: "verified" })).toBe(
      "/org/assessments/round/dashboard/dates?from=x&measure=verified&asOf=2026-01-01",
    );
    expect(input.links.dates({ from: "x" })).toBe("/org/assessments/round/dashboard/dates?from=x");
  });

  it("lead to what they name, and nowhere else", () => {
    expect(readExplainTarget(["overall"])).toEqual({ of: "overall" });
    expect(readExplainTarget(["topic", "network.segmentation"])).toEqual({ of: "topic", id: "network.segmentation" });
    for (const wrong of [[], ["overall", "x"], ["topic"], ["topic", "a", "b"], ["secret", "x"]])
      expect(readExplainTarget(wrong)).toBeNull();
    expect(input.links.explain({ of: "topic", id: "network.dns" })).toBe(
      "/org/assessments/round/dashboard/explain/topic/network.dns",
    );
    expect(input.links.walk("network.dns")).toBe("/org/assessments/round/walk/network/dns");
  });

  it("say that there is nothing of that id", () => {
    for (const of of ["pillar", "topic", "criterion", "principle", "driver"] as const) {
      expect(explainNumber(input, { of, id: "nothing" })).toBeNull();
    }
  });
});
