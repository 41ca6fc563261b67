import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryClaims } from "../../../tests/support/arbitrary-assessment";
import { flatBlocks, linesOf, reportInput, underHeading } from "../../../tests/support/report-input";
import { smallInitiative } from "../../../tests/support/small-initiative";
import { smallClaims, smallEvidence } from "../../../tests/support/small-model";
import { titledQuestionnaire } from "../../../tests/support/titled-questionnaire";
import { planRoadmap } from "../planning/plan-roadmap";
import { compileModel } from "../scoring/compile-model";
import { composeReport } from "./compose-report";
import type { ReportInput } from "./input";

/** Devices: a gate and a heavier topic. Network: a gate and a topic that needs printers. */
const content = {
  ...titledQuestionnaire({
    pillars: {
      devices: {
        topics: {
          inventory: { gate: true, criteria: { advanced: { listed: 1 }, optimal: { live: 1 } } },
          patching: { weight: 2, criteria: { advanced: { patched: 1 }, optimal: { "patched-fast": 1 } } },
        },
      },
      network: {
        topics: {
          segments: { gate: true, criteria: { advanced: { zoned: 1 }, optimal: { micro: 1 } } },
          printers: { condition: "has-printers", criteria: { advanced: { "printers-known": 1 } } },
        },
      },
    },
  }),
  profile: [{ id: "has-printers", question: "Are there printers?", help: "Any printer counts." }],
  initiatives: [
    smallInitiative("devices.list", ["live"], { days: 8 }),
    smallInitiative("network.zones", ["zoned", "micro"], { days: 20 }),
  ],
};

// Devices: inventory 1 + 1 + 1·0.5 = 2.5 (Advanced), patching 1 + 1 + 0 = 2 (Advanced) → (2.5 + 2·2) ÷ 3 = 2.1667.
// Network: segments 1 + 0.5 + 0.5·0 = 1.5, up to 1 + 0.5 + 0.5·1 = 2, Traditional. Overall (2.1667 + 1.5) ÷ 2 = 1.8333.
const claims = smallClaims(
  { listed: "met", live: 0.5, patched: "met", "patched-fast": "not-met", zoned: 0.5 },
  {
    profile: { "has-printers": false },
    evidence: [
      smallEvidence("listed"),
      smallEvidence("patched", { title: "Scan", coverage: 0.6, verdict: "contradicts", source: "scanner" }),
    ],
  },
);
const report = (parts: Partial<ReportInput> = {}) => composeReport(reportInput(content, claims, parts));
const linesUnder = (title: string, parts: Partial<ReportInput> = {}) => linesOf(underHeading(report(parts), title));

describe("workshop decisions", () => {
  const decision = (more: Partial<NonNullable<ReportInput["decisions"]>[number]>) => ({
    topic: "devices.inventory",
    present: ["Ada", "Ben"],
    decision: "Agents on all laptops.",
    dissent: "",
    by: "Ada",
    on: "2026-06-01",
    ...more,
  });

  it("stand in the order of the questionnaire, the newest of a topic first, with who saw it differently", () => {
    const decisions = [
      decision({ topic: "gone.topic", decision: "Kept for the record." }),
      decision({ topic: "network.segments", decision: "Zones by site.", dissent: "Ben: by team." }),
      decision({ decision: "First the list." }),
      decision({ on: "2026-06-08" }),
    ];
    const lines = linesUnder("Workshop decisions", { decisions });
    expect(lines[0]).toBe(
      "4 decisions recorded. 1 dissent recorded. A decision is never changed; where a topic has several, the newest stands first.",
    );
    const rows = lines.filter((line) => line.includes(" | "));
    expect(rows.slice(-4).map((line) => line.split(" | ")[1]?.split("\n")[0])).toEqual([
      expect.stringContaining("Agents on all laptops."),
      expect.stringContaining("First the list."),
      expect.stringContaining("Zones by site."),
      expect.stringContaining("Kept for the record."),
    ]);
    expect(rows.find((line) => line.includes("Zones"))).toContain("Dissent: Ben: by team.");
    expect(rows.find((line) => line.includes("Agents"))).toContain("Ada and Ben");
    expect(rows.at(-1)).toContain("gone.topic");
  });

  it("have no section where none was made", () => {
    expect(linesOf(report().blocks)).not.toContain("Workshop decisions");
  });
});

describe("the executive summary", () => {
  it("tells stage, level with what isn't known, and what is verified", () => {
    // Verified: inventory 1 + 1 + 0 = 2, patching 1 + 0.6 + 0 = 1.6 → 1.7333; segments 1. Overall (1.7333 + 1) ÷ 2 = 1.3667.
    expect(linesUnder("Executive summary")).toContain(
      "Fabrikam is at stage 1 of 3, Traditional. The level is 1.83 on a scale from 1 to 3 and may be up to 2.08: 1 of 6 criteria is not known yet. Accepted evidence verifies 1.37; 0.47 rests on claims alone.",
    );
  });

  it("names strongest and weakest pillar and who decides the stage", () => {
    expect(linesUnder("Executive summary")).toContain(
      "The lowest pillar decides: 1 of 2 is traditional. Devices holds Advanced. The strongest pillar by level is Devices (2.17), the weakest Network (1.50).",
    );
  });

  it("puts short gates before single criteria, with exact gains", () => {
    // Segments with zoned met: 1 + 1 + 0 = 2, so Network +0.5, overall +0.25; inventory whole: 3, Devices +1/6, overall +0.083.
    expect(linesUnder("What holds it back").slice(0, 2)).toEqual([
      "Segments: +0.250 overall. Network, gate · 1 criterion open up to Advanced. Opens Advanced overall.",
      "Inventory: +0.083 overall. Devices, gate · 1 criterion open up to Optimal. Devices: Optimal also needs 1 more topic.",
    ]);
  });

  it("orders moves by gain per person-day where there is no plan", () => {
    // Zones: segments 3, overall +0.75 for 20 days; list: overall +0.083 for 8 days.
    expect(linesUnder("The first two moves")).toEqual([
      "Do network.zones: +0.75 overall · opens Network: Optimal · 20 person-days for 1,000 people · security engineer.",
      "Do devices.list: +0.08 overall · 8 person-days for 1,000 people · security engineer.",
    ]);
  });

  it("says what moved since the last snapshot, with a true minus and by cause", () => {
    const before = smallClaims(
      { listed: "met", patched: "met", "patched-fast": 0.5, zoned: 0.5 },
      { asOf: "2025-06-15" },
    );
    const snapshots: ReportInput["snapshots"] = [
      {
        label: "First round",
        asOf: "2025-06-15",
        level: 1.9167,
        pillars: { devices: 2.3333, network: 1.5 },
        claims: before,
      },
      { label: "Later than the report", asOf: "2027-01-01", level: 3, pillars: {} },
    ];
    const line = linesUnder("Since the last snapshot", { snapshots })[0];
    expect(line).toContain(
      "Since 15 Jun 2025 (First round) the level went from 1.92 to 1.83, \u22120.08. By pillar: Devices \u22120.17. By cause:",
    );
    expect(line).not.toContain("Later");
  });

  it("admits that nothing is known", () => {
    const lines = linesOf(underHeading(composeReport(reportInput(content, smallClaims({}))), "Executive summary"));
    expect(lines).toContain(
      "Fabrikam is at stage 1 of 3, Traditional. The level is 1.00 on a scale from 1 to 3 and may be up to 3.00: none of 7 criteria is known yet. Nothing above the first stage is claimed yet.",
    );
  });

  it("has no score where nothing is applicable, and doesn't call it 0", () => {
    const none = smallClaims({
      listed: "na",
      live: "na",
      patched: "na",
      "patched-fast": "na",
      zoned: "na",
      micro: "na",
      "printers-known": "na",
    });
    const document = composeReport(reportInput(content, none));
    expect(linesOf(underHeading(document, "Executive summary"))).toEqual([
      "No score: nothing in scope is applicable.",
      "There is no score: no criterion is both in scope and applicable, so that nothing can be said about it.",
    ]);
    expect(linesOf(document.blocks).join("\n")).not.toMatch(/level (is|of) 0/);
    expect(linesOf(underHeading(document, "Roadmap"))).toEqual([
      "There is nothing to plan, as nothing in scope is applicable.",
    ]);
  });
});

describe("results and findings", () => {
  it("shows the same levels in the table as in the sentences", () => {
    expect(linesUnder("By pillar").slice(-3)).toEqual([
      "Devices | Advanced | 2.17 | 2.17 | 1.73 | 4 of 4",
      "Network | Traditional | 1.50 | 2.00 | 1.00 | 1 of 2",
      "Overall | Traditional | 1.83 | 2.08 | 1.37 | 5 of 6",
    ]);
  });

  it("gives each pillar's reason, topics, gaps and contradictions", () => {
    const lines = linesUnder("Devices");
    expect(lines).toContain(
      "Advanced: gate Inventory is short · 0 of 2 topics at Optimal, 0\u00a0% of the weight, 80\u00a0% needed. All 4 criteria are known. Evidence verifies only Traditional; 0.43 of the level rests on claims alone.",
    );
    expect(lines).toContain("Inventory · gate | Advanced | 2.50 | 2.50 | 2.00 | 100\u00a0% | 50\u00a0% | 2 of 2");
    expect(lines).toContain(
      "Patched-fast holds. / Patching · Optimal · opens Patching: Optimal | Not met | +0.667 | +0.333",
    );
    expect(lines).toContain(
      "Patched holds. / Patching | Met | 60\u00a0% measured / Scan · scanner, 1 May 2026 · verified 60\u00a0%",
    );
  });

  it("tells of an answer what is verified, then the evidence that counts, then what it replaced, and drops none", () => {
    const scan = (date: string, coverage: number) =>
      smallEvidence("patched", { title: "Scan", source: "scanner", date, coverage });
    const older = { ...claims, evidence: [scan("2026-02-01", 0.4), scan("2026-05-01", 0.6), scan("2026-03-01", 0.5)] };
    const lines = linesOf(underHeading(composeReport(reportInput(content, older)), "Answers: Devices"));
    expect(lines.find((line) => line.startsWith("Patched holds."))).toContain(
      "Verified 60\u00a0% / Scan · 1 May 2026 · scanner · measures 60\u00a0% / Replaced by newer observations: 1 Mar 2026 50\u00a0%, 1 Feb 2026 40\u00a0%",
    );
    expect(lines.find((line) => line.startsWith("Listed holds."))).toContain("No evidence");
  });

  it("names what is out of scope and why", () => {
    expect(linesUnder("Network")).toContain(
      "Printers: out of scope, as the answer is no to “Are there printers?”. It counts nowhere.",
    );
    expect(linesUnder("Answers: Network").at(-1)).toContain("Out of scope: Printers (1 criterion)");
  });

  it("tells what is known of the organization, and what its profile leaves out", () => {
    const sizes = { people: 1200, "cloud-providers": ["aws" as const], "remote-share": 0.4 };
    expect(linesUnder("What was assessed", { sizes })).toEqual([
      "People: 1,200. Cloud providers: Amazon Web Services. Remote share: 40\u00a0%.",
      "The profile leaves out what doesn't concern the organization; it counts nowhere:",
      "Network: Printers (1 criterion), as the answer is no to “Are there printers?”",
    ]);
  });
});

describe("roadmap and risk", () => {
  const model = compileModel(content);
  const plan = planRoadmap({
    model,
    claims,
    initiatives: content.initiatives,
    sizes: {},
    targets: { network: 3 },
    settings: { start: "2026-07-01", quarters: 2, capacity: 30 },
    decisions: [],
    today: "2026-06-15",
  });

  it("tells where the plan leads by the same figures as its table", () => {
    const lines = linesUnder("Roadmap", { plan, target: { pillars: { network: 3 } } });
    expect(lines[0]).toContain("1 initiative with 20 person-days leads from 1.83 to 2.58 by the end of Q4 26.");
    expect(lines).toContain("Q3 26 | Do network.zones | 20 | 30 | 2.58 | +0.75");
  });

  it("lists what is not planned with the reason", () => {
    const [, reason, first] = linesUnder("Not in the plan", { plan });
    expect(reason).toMatch(/^[A-Z].*: \d initiatives?$/);
    expect(first).toMatch(/^Devices, \d: .*Do devices\.list/);
  });

  it("lists exceptions by expiry, marks those that have expired, and leaves scores alone", () => {
    const exceptions = new Map([
      ["micro", { owner: "head of networks", reason: "Old switches.", expires: "2026-12-31" }],
      [
        "patched-fast",
        { owner: "head of operations", reason: "No window.", risk: "Late patches.", expires: "2026-06-15" },
      ],
    ]);
    const lines = linesUnder("Accepted risk", { exceptions });
    expect(lines[0]).toBe(
      "2 deviations are accepted. An acceptance changes no score: the criterion counts as it is answered. 1 acceptance has expired.",
    );
    expect(lines[1]).toBe(
      "Patched-fast holds. / Devices, Patching | No window. / Risk: Late patches. | head of operations | 15 Jun 2026 / expired",
    );
    expect(lines[2]).toContain("head of networks | 31 Dec 2026");
    expect(linesUnder("By pillar", { exceptions })).toEqual(linesUnder("By pillar"));
  });
});

describe("provenance", () => {
  it("is a draft across all pages until it is approved", () => {
    expect(report()).toMatchObject({
      watermark: "Draft",
      running: { right: "As of 15 Jun 2026 · draft · titled 1.0.0" },
    });
    const hash = "0123456789abcdef".repeat(4);
    const approved = report({ provenance: { kind: "approved", by: "the CISO", on: "2026-06-16", hash } });
    expect(approved.watermark).toBeUndefined();
    expect(approved.running.right).toBe("As of 15 Jun 2026 · approved · 0123456789ab · titled 1.0.0");
    expect(approved.cover.facts).toContainEqual({ label: "State", value: "Approved by the CISO on 16 Jun 2026" });
    expect(approved.cover.facts).toContainEqual({ label: "Content hash", value: hash });
  });

  it("marks a sample organization on the cover and on every page", () => {
    const sample = report({ organization: { name: "Northwind Mutual", sample: true } });
    expect(sample.cover.sample).toContain("nothing in this report is real");
    expect(sample.running.left).toBe("Northwind Mutual (sample) · Round 2026");
    expect(sample.running.below).toContain("nothing in this report is real");
    expect(report().cover.sample).toBeUndefined();
  });

  it("takes a colour only where it is one", () => {
    const cover = (colour: string) => report({ organization: { name: "Fabrikam", sample: false, colour } }).cover;
    expect(cover("#0B5c6b").colour).toBe("#0B5c6b");
    expect(cover("red; url(x)").colour).toBeUndefined();
  });

  it("warns of what people accepted of their own", () => {
    const lines = linesOf(report({ selfAccepted: { evidence: 2, notApplicable: 0 } }).blocks);
    expect(lines.join("\n")).toContain("2 pieces of evidence were accepted by the person who gave the answer");
  });
});

describe("every report", () => {
  it("describes each picture, skips no heading level, and holds no leftovers, whatever was answered", () => {
    fc.assert(
      fc.property(arbitraryClaims(content), (any) => {
        const document = composeReport(reportInput(content, any));
        let level = 0;
        for (const block of flatBlocks(document.blocks)) {
          if (block.kind === "figure") expect(block.alt.length).toBeGreaterThan(10);
          if (block.kind === "table") expect(block.rows.length).toBeGreaterThan(0);
          if (block.kind !== "heading") continue;
          expect(block.level).toBeLessThanOrEqual(level + 1);
          level = block.level;
        }
        const text = linesOf(document.blocks).join("\n");
        expect(text).not.toMatch(/undefined|NaN|null|\[object|Infinity| {2}|\b1 criteria\b|\.\.(?!\.)/);
        // A hyphen never stands for a minus.
        expect(text).not.toMatch(/(^|[\s(])-\d/m);
      }),
      { numRuns: 60 },
    );
  });

  it("stays plain data", () => {
    const document = report();
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
