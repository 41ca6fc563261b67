import { describe, expect, it } from "vitest";
import { dashboardInput } from "../../../tests/support/dashboard-input";
import { smallClaims, smallEvidence } from "../../../tests/support/small-model";
import { titledQuestionnaire } from "../../../tests/support/titled-questionnaire";
import { scoreAssessment } from "../scoring/score";
import type { Claims } from "../scoring/types";
import { formatGain, formatLevel } from "../words/format";
import { changeSentence } from "./change-rows";
import { type Dashboard, describeDashboard } from "./describe-dashboard";

/** Two pillars. Devices: one gate, two more topics. Network: two gates and a plain topic. */
const content = titledQuestionnaire(
  {
    pillars: {
      devices: {
        topics: {
          inventory: { gate: true, criteria: { advanced: { listed: 1 }, optimal: { live: 1 } } },
          patching: { weight: 2, criteria: { advanced: { patched: 1 }, optimal: { "patched-fast": 1 } } },
          printers: { weight: 1, condition: "has-printers", criteria: { advanced: { "printers-known": 1 } } },
        },
      },
      network: {
        topics: {
          segments: { gate: true, criteria: { advanced: { zoned: 3, "zoned-cloud": 1 }, optimal: { micro: 1 } } },
          remote: { gate: true, criteria: { advanced: { "no-vpn": 1 }, optimal: { judged: 1 } } },
          dns: { criteria: { advanced: { filtered: 1 }, optimal: { logged: 1 } } },
        },
      },
    },
  },
  { zoned: { principles: ["assume-breach"] }, filtered: { drivers: ["risk-mitigation"] } },
);

const answers = {
  listed: "met",
  live: 0.5,
  patched: "met",
  "patched-fast": "not-met",
  "printers-known": "not-met",
  zoned: 0.5,
  "no-vpn": "not-met",
  filtered: "met",
} as const;

function dashboardOf(claims: Claims, options?: Parameters<typeof dashboardInput>[2]): Dashboard {
  const dashboard = describeDashboard(dashboardInput(content, claims, options));
  if (!dashboard) throw new Error("there is no score");
  return dashboard;
}

describe("the first row", () => {
  it("says which pillar decides and whose level and stage seem not to agree", () => {
    const { overall } = dashboardOf(smallClaims(answers));
    // Devices: inventory 2.50, patching 2.00 twice, printers 1.00 → 1.88, gates hold, 3 of 4 of the weight, 0.80 needed.
    expect(overall.stage.name).toBe("Traditional");
    expect(overall.reason).toBe("Both pillars are traditional.");
    const better = dashboardOf(smallClaims({ ...answers, "printers-known": "met" }));
    // 2.50, 2.00 twice and 3.00 (nothing on top is missing) → 2.38, all at advanced.
    expect(better.overall.reason).toBe("The lowest pillar decides: 1 of 2 is traditional. Devices holds Advanced.");
    expect(better.pillars[0]?.stage.name).toBe("Advanced");
  });

  it("names the gate of a pillar that has the level and not the stage", () => {
    const { overall } = dashboardOf(
      smallClaims({
        ...answers,
        zoned: "met",
        "zoned-cloud": "met",
        micro: "met",
        "no-vpn": 0.7,
        judged: "met",
        logged: "met",
      }),
    );
    // Network: 3.00, 1 + 0.7 + 0.7, 3.00 → 2.80.
    expect(overall.reason).toContain("Network has the level (2.80) and not the stage: its gate Remote is short.");
  });

  it("counts the only pillar in scope", () => {
    const na = Object.fromEntries(
      ["zoned", "zoned-cloud", "micro", "no-vpn", "judged", "filtered", "logged"].map((id) => [id, "na" as const]),
    );
    const one = dashboardOf(smallClaims({ ...answers, ...na }));
    expect(one.overall.reason).toBe("Devices is the only pillar in scope, and traditional.");
    expect(one.pillarsLeftOut).toEqual(["Network"]);
    expect(one.topicsLeftOut).toBe(3);
    expect(one.columns.map(({ pillar }) => pillar.name)).toEqual(["Devices"]);
  });

  it("has nothing to say without a score", () => {
    const every = content.pillars.flatMap((pillar) => pillar.topics.flatMap((topic) => topic.criteria));
    const claims = smallClaims(Object.fromEntries(every.map(({ id }) => [id, "na" as const])));
    expect(describeDashboard(dashboardInput(content, claims))).toBeNull();
  });
});

describe("rows and columns", () => {
  const target = { pillars: { devices: 2.4, network: 2 }, by: "2027-12-31" };
  const dashboard = dashboardOf(smallClaims(answers), {
    before: smallClaims({ listed: "met" }, { asOf: "2025-06-15" }),
    target,
  });

  it("carry the same numbers as the scores, the snapshot and the target", () => {
    const score = scoreAssessment(dashboardInput(content, smallClaims(answers)).model, smallClaims(answers));
    expect(dashboard.pillars.map(({ id, low, high, verified }) => ({ id, low, high, verified }))).toEqual(
      score.pillars.map(({ id, low, high, verified }) => ({ id, low, high, verified })),
    );
    expect(dashboard.columns.flatMap((column) => column.topics.map(({ id, low }) => [id, low]))).toEqual(
      score.pillars.flatMap((pillar) => pillar.topics.map(({ id, low }) => [id, low])),
    );
    // Listed alone, 1 of 4 of the weight at level 2: 1.25; nothing in network.
    expect(dashboard.pillars.map(({ last, target: goal }) => [last, goal])).toEqual([
      [1.25, 2.4],
      [1, 2],
    ]);
    expect(dashboard.overall.target).toBeCloseTo(2.2);
    expect(dashboard.overall.last).toEqual({ level: 1.125, day: "2025-06-15" });
  });

  it("have no target for the whole unless every pillar in scope has one", () => {
    expect(dashboardOf(smallClaims(answers), { target: { pillars: { devices: 2.4 } } }).overall.target).toBeUndefined();
  });

  it("count what is not known yet", () => {
    expect([dashboard.answered, dashboard.inScope]).toEqual([8, 12]);
    expect(dashboard.columns.flatMap(({ topics }) => topics.map(({ id, unknown }) => [id, unknown]))).toEqual([
      ["inventory", 0],
      ["patching", 0],
      ["printers", 0],
      ["segments", 2],
      ["remote", 1],
      ["dns", 1],
    ]);
  });

  it("leave topics out that are out of scope", () => {
    const without = dashboardOf(smallClaims(answers, { profile: { "has-printers": false } }));
    expect(without.topicsLeftOut).toBe(1);
    expect(without.pillars[0]?.stage.name).toBe("Advanced");
  });

  it("score principles and drivers over their own criteria, without a stage", () => {
    expect(dashboard.principles.map(({ id, name, low, inScope }) => ({ id, name, low, inScope }))).toContainEqual({
      id: "assume-breach",
      name: "Assume breach",
      // Zoned alone, at 0.5; nothing on top is missing: 1 + 0.5 + 0.5.
      low: 2,
      inScope: 1,
    });
    expect(dashboard.drivers.find(({ id }) => id === "risk-mitigation")?.low).toBe(3);
    expect(dashboard.drivers.every((row) => !("stage" in row))).toBe(true);
  });
});

describe("what holds back", () => {
  const { holdBack } = dashboardOf(smallClaims(answers));

  it("puts short gates first and says what else their pillar's next stage needs", () => {
    const [remote, segments] = holdBack.items;
    // Remote 1 → 2 brings 1 ÷ 3 ÷ 2; segments 1.375 → 2 brings 0.625 ÷ 3 ÷ 2.
    expect(remote).toMatchObject({ kind: "gate", title: "Remote" });
    expect(remote?.gain).toBeCloseTo(1 / 6);
    expect(remote?.detail).toBe(
      "Network, gate · 1 criterion open up to Advanced. Network: Advanced also needs 1 more gate",
    );
    expect(segments).toMatchObject({
      kind: "gate",
      title: "Segments",
      walkHref: "/org/assessments/round/walk/segments",
    });
    expect(segments?.gain).toBeCloseTo(0.625 / 6);
    expect(holdBack.gates).toBe(2);
  });

  it("goes on with the criteria whose gain is largest, and what they open", () => {
    const criteria = holdBack.items.filter(({ kind }) => kind === "criterion");
    expect(criteria.map(({ gain }) => gain)).toEqual([...criteria.map(({ gain }) => gain)].sort((a, b) => b - a));
    // Printers alone bring 2 levels of one of four weights of one of two pillars, and the share to 1.
    const printers = criteria.find(({ id }) => id === "printers-known");
    expect(printers).toMatchObject({ title: "Printers-known holds.", gain: 0.25 });
    expect(printers?.detail).toBe("Devices, Printers · Advanced. Opens Devices: Advanced");
    // Open: live, patched-fast, printers-known, and in network all but filtered.
    expect(holdBack.open).toBe(9);
  });

  it("is empty where everything is met", () => {
    const every = content.pillars.flatMap((pillar) => pillar.topics.flatMap((topic) => topic.criteria));
    const best = dashboardOf(smallClaims(Object.fromEntries(every.map(({ id }) => [id, "met" as const]))));
    expect(best.holdBack).toEqual({ items: [], gates: 0, open: 0 });
    expect(best.next.sentence).toBe("Nothing is left to ask: every criterion in scope is known.");
    expect(best.overall.reason).toBe("Both pillars are optimal.");
  });
});

describe("ask these next", () => {
  it("says how far the answers narrow the band, whatever they turn out to be", () => {
    const claims = smallClaims(answers);
    const { next, overall } = dashboardOf(claims);
    expect(next.questions.map(({ id }) => id)).toContain("logged");
    // All four unknowns are asked, so nothing is left of the band.
    expect(next.questions).toHaveLength(4);
    expect(next.sentence).toBe(`Four answers narrow the band from ${formatLevel(overall.high - overall.low)} to 0.00.`);
  });

  it("gives the least and the most where the answers decide", () => {
    const { next, overall } = dashboardOf(smallClaims({}));
    expect(overall.low).toBe(1);
    expect(overall.high).toBe(3);
    const [, least = "", most = ""] =
      /^Five answers narrow the band from 2\.00 to between (\S+) and (\S+)\.$/.exec(next.sentence) ?? [];
    expect(Number(least)).toBeLessThan(Number(most));
    expect(Number(most)).toBeLessThan(2);
  });
});

describe("change since a snapshot", () => {
  const before = smallClaims({ listed: "met", zoned: 0.5 }, { asOf: "2025-06-15" });
  const { change } = dashboardOf(smallClaims({ listed: "met", zoned: "met", patched: "met" }), { before });

  it("has rows that add up to the whole, and a sentence with the same figures", () => {
    // Zoned 0.5 → 1 is real: 3 ÷ 4 × 0.5 ÷ 3 ÷ 2 = 0.0625; patched became known: 2 ÷ 4 ÷ 2 = 0.25.
    expect(change?.rows.map(({ cause, change: part }) => [cause, Number(part.toFixed(4))])).toEqual([
      ["real", 0.0625],
      ["known", 0.25],
    ]);
    expect(change?.rows.reduce((sum, row) => sum + row.change, 0)).toBeCloseTo(change?.low ?? 0);
    expect(change?.sentence).toBe(
      "Since 15 Jun 2025: +0.31, of it +0.06 real change and +0.25 became known; verified 0.00.",
    );
  });

  it("says that nothing changed", () => {
    const same = dashboardOf(before, { before: { ...before, asOf: "2025-01-01" } });
    expect(same.change?.sentence).toBe("Since 1 Jan 2025: the level is the same; verified 0.00.");
    expect(
      changeSentence({
        since: "2025-01-01",
        from: 2.1,
        to: 1.9,
        verified: 0,
        rows: [{ cause: "scope", name: "Scope", change: -0.2 }],
      }),
    ).toBe(`Since 1 Jan 2025: ${formatGain(-0.2)}, of it ${formatGain(-0.2)} scope; verified 0.00.`);
  });

  it("says no more than the figures beside it where each cause moved by less than 0.005", () => {
    const moved = (from: number, to: number) =>
      changeSentence({ since: "2025-01-01", from, to, verified: 0, rows: [] });
    expect(moved(1.0247, 1.0288)).toBe(
      "Since 1 Jan 2025: the level went from 1.02 to 1.03, by less than 0.005; verified 0.00.",
    );
    expect(moved(1.021, 1.027)).toBe(
      "Since 1 Jan 2025: the level moved by +0.01, less than 0.005 of it by each cause; verified 0.00.",
    );
    // Patched is a quarter of the whole, 0.25 × 0.016 = 0.004 real; listed an eighth, 0.125 × 0.032 = 0.004 became known.
    const was = smallClaims({ patched: 0.5 }, { asOf: "2025-06-15" });
    const is = smallClaims({ patched: 0.516, listed: 0.032 });
    const { change: small, inShort } = dashboardOf(is, { before: was });
    expect(small?.rows).toEqual([]);
    expect(formatGain(small?.low ?? 0)).toBe("+0.01");
    expect(inShort[1]).toContain("Since 15 Jun 2025 the level moved by +0.01, less than 0.005 of it by each cause");
  });

  it("is absent without a snapshot", () => {
    expect(dashboardOf(smallClaims(answers)).change).toBeNull();
  });
});

describe("trend", () => {
  it("runs through the snapshots to now, and asks for the last of a day", () => {
    const { trend } = dashboardOf(smallClaims(answers), {
      before: smallClaims({ listed: "met" }, { asOf: "2025-06-15" }),
    });
    expect(trend.map(({ day, name }) => [day, name])).toEqual([
      ["2025-06-15", "First round"],
      ["2026-06-15", "Now"],
    ]);
    expect(trend[0]?.href).toBe("/org/assessments/round/dashboard?against=before");
  });
});

describe("another day than today", () => {
  const before = smallClaims({ listed: "met" }, { asOf: "2025-06-15" });
  const target = { pillars: { devices: 2.4, network: 2 }, by: "2027-12-31" };
  /** Four snapshots, of which those after the day are left out, and today's answers. */
  const asOf = (day: string) => {
    const input = dashboardInput(content, smallClaims(answers, { asOf: day }), { before, target, today: "2026-06-15" });
    const [past] = input.snapshots;
    if (!past?.overall) throw new Error("there is no snapshot");
    const { overall } = past;
    const snapshots = ["2025-06-15", "2025-09-15", "2025-12-15", "2026-03-15"]
      .filter((taken) => taken <= day)
      .map((taken, i) => ({ ...past, id: taken, day: taken, overall: { ...overall, low: 1.1 + i * 0.02 } }));
    const dashboard = describeDashboard({ ...input, snapshots });
    if (!dashboard) throw new Error("there is no score");
    return dashboard;
  };
  const today = asOf("2026-06-15");

  it("has the same pace and odds later on, from today's answers as of today", () => {
    expect(today.pace.pace).toMatchObject({ kind: "known", points: 5, to: "2026-06-15" });
    expect(today.pace.odds).toHaveLength(2);
    const later = asOf("2027-06-15");
    expect(later.trend).toEqual(today.trend);
    expect(later.pace).toEqual(today.pace);
    expect(later.inShort[2]).toBe(today.inShort[2]);
  });

  it("has no pace earlier, and today's answers still stand at today", () => {
    const earlier = asOf("2026-01-15");
    expect(earlier.trend.map(({ day }) => day)).toEqual(["2025-06-15", "2025-09-15", "2025-12-15", "2026-06-15"]);
    expect(earlier.pace).toMatchObject({ pace: { kind: "earlier-day" }, odds: [] });
    expect(earlier.freshness).toMatchObject({
      now: "15 Jan 2026",
      sentence: expect.stringMatching(/^No accepted evidence counts on 15 Jan 2026/),
    });
    expect(today.freshness.now).toBe("today");
    expect(earlier.pace.sentence).toBe(
      "No pace is given for an earlier day than today: the snapshots since are left out.",
    );
    expect(earlier.inShort[2]).toMatch(/^The target of 2\.20 by 31 Dec 2027 is \d\.\d\d away\. /);
  });
});

describe("in short", () => {
  it("calls nothing verified where nothing above the first stage is claimed", () => {
    const { inShort, overall } = dashboardOf(smallClaims({ listed: "not-met", zoned: "not-met" }));
    expect([overall.low, overall.verified]).toEqual([1, 1]);
    expect(inShort[0]).toMatch(
      /^We stand at 1\.00, Traditional, up to .*; nothing above the first stage is claimed yet\.$/,
    );
  });
});

describe("what evidence will do", () => {
  const claims = smallClaims(answers, {
    evidence: [
      smallEvidence("listed", { expires: "2026-07-01" }),
      smallEvidence("patched", { expires: "2026-08-15" }),
      smallEvidence("filtered", { expires: "2027-01-01" }),
      smallEvidence("no-vpn", { expires: "2026-07-01", accepted: false }),
    ],
  });

  it("shows the verified level of each day on which something expires, as scoring gives it for that day", () => {
    const { ahead, overall } = dashboardOf(claims);
    expect(ahead.until).toBe("2026-09-13");
    expect(ahead.drops.map(({ day, pieces }) => [day, pieces])).toEqual([
      ["2026-07-01", 1],
      ["2026-08-15", 1],
    ]);
    for (const { day, level } of ahead.drops) {
      const then = scoreAssessment(dashboardInput(content, claims).model, { ...claims, asOf: day });
      expect(level).toBeCloseTo(then.overall?.verified ?? 0);
    }
    const last = ahead.drops.at(-1)?.level ?? 0;
    expect(ahead.sentence).toBe(
      `2 pieces of evidence expire by 13 Sep 2026, the first on 1 Jul: verified goes to ${formatLevel(last)} (${formatGain(last - overall.verified)}).`,
    );
  });

  it("counts a piece once, whatever number of criteria it speaks to", () => {
    const five = ["listed", "live", "patched", "zoned", "filtered"];
    const { ahead, freshness } = dashboardOf(
      smallClaims(answers, { evidence: five.map((id) => smallEvidence(id, { id: "audit", expires: "2026-07-01" })) }),
    );
    expect(ahead.drops.map(({ day, pieces }) => [day, pieces])).toEqual([["2026-07-01", 1]]);
    expect(ahead.sentence).toMatch(/^1 piece of evidence expires on 1 Jul 2026: /);
    expect(freshness.pieces).toBe(1);
    expect(freshness.ahead.map(({ pieces }) => pieces).reduce((a, b) => a + b)).toBe(1);
    expect(freshness.sentence).toMatch(
      /^1 piece of evidence counts today and is 45 days old\. 1 piece of evidence expires/,
    );
  });

  it("counts only the newest observation of a source", () => {
    const scan = (date: string, expires: string) =>
      smallEvidence("listed", { id: date, source: "scanner", date, expires });
    const { ahead, freshness } = dashboardOf(
      smallClaims(answers, {
        evidence: [
          scan("2026-03-01", "2026-07-01"),
          scan("2026-04-01", "2026-08-01"),
          scan("2026-05-01", "2027-05-01"),
        ],
      }),
    );
    expect(ahead.sentence).toBe("No evidence expires by 13 Sep 2026.");
    expect(freshness.sentence).toBe(
      "1 piece of evidence counts today and is 45 days old. No evidence expires by 13 Sep 2026.",
    );
  });

  it("counts a measurement that contradicts and never expires", () => {
    const { freshness, overall } = dashboardOf(
      smallClaims(answers, {
        evidence: [smallEvidence("listed", { verdict: "contradicts", coverage: 0.7, expires: "2026-07-01" })],
      }),
    );
    // 0.7 of a topic with a quarter of the weight of one of two pillars.
    expect(overall.verified).toBeCloseTo(1 + 0.7 / 8);
    expect([freshness.pieces, freshness.lasting]).toEqual([1, 1]);
  });

  it("counts nothing where nothing is claimed or in scope", () => {
    const { ahead, freshness } = dashboardOf(
      smallClaims(
        { ...answers, "printers-known": "met", logged: "unknown" },
        {
          profile: { "has-printers": false },
          // Not met, not met, unknown, out of scope.
          evidence: ["patched-fast", "no-vpn", "logged", "printers-known"].map((id) =>
            smallEvidence(id, { expires: "2026-07-01" }),
          ),
        },
      ),
    );
    expect(ahead.drops).toEqual([]);
    expect(freshness.sentence).toBe("No accepted evidence counts today: nothing is verified.");
  });

  it("says that nothing expires", () => {
    expect(dashboardOf(smallClaims(answers)).ahead.sentence).toBe("No evidence expires by 13 Sep 2026.");
  });
});
