import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryClaims } from "../../../../tests/support/arbitrary-assessment";
import { smallClaims, smallEvidence } from "../../../../tests/support/small-model";
import { titledQuestionnaire } from "../../../../tests/support/titled-questionnaire";
import { compileModel } from "../../scoring/compile-model";
import { scoreAssessment } from "../../scoring/score";
import type { Answer, Claims } from "../../scoring/types";
import { formatGain, formatLevel } from "../../words/format";
import { dashboardLinks } from "../addresses";
import { causesWords } from "../change-rows";
import { type DateEnd, describeDates } from "./describe-dates";

const content = titledQuestionnaire({
  pillars: {
    devices: {
      topics: {
        inventory: { gate: true, criteria: { advanced: { listed: 1 }, optimal: { live: 1 } } },
        patching: { weight: 2, criteria: { advanced: { patched: 1 }, optimal: { "patched-fast": 1 } } },
      },
    },
    network: {
      topics: {
        segments: { gate: true, criteria: { advanced: { zoned: 3, cloud: 1 }, optimal: { micro: 1 } } },
        printers: { condition: "offices", criteria: { advanced: { known: 1 } } },
      },
    },
  },
});
const model = compileModel(content);
const links = dashboardLinks("/org/assessments/round");
const end = (id: string, claims: Claims): DateEnd => ({ id, day: claims.asOf, label: id, state: { model, claims } });
const dates = (
  before: Claims,
  after: Claims,
  measure: "low" | "verified" = "low",
  by = new Map(),
  corrected: ReadonlyMap<string, Answer> = new Map(),
) => describeDates({ a: end("a", before), b: end("b", after), questionnaire: content, measure, by, corrected, links });

describe("two dates, by hand", () => {
  const before = smallClaims({ listed: "met", zoned: 0.5 }, { asOf: "2025-06-15" });
  const after = smallClaims(
    { listed: "met", zoned: "met", patched: "met" },
    { asOf: "2026-06-15", profile: { offices: false }, evidence: [smallEvidence("listed")] },
  );
  const by = new Map([["patched", { name: "device lead", day: "2026-02-03" }]]);
  const found = dates(before, after, "low", by);

  it("goes from cause to cause, scope first", () => {
    // Before: devices (2 + 2 · 1) ÷ 3 = 1.3333, network (1.375 + 1) ÷ 2 = 1.1875; without printers network 1.375.
    expect(found?.from).toBeCloseTo((4 / 3 + 1.1875) / 2);
    expect(found?.steps.map(({ cause, change }) => [cause, Number(change.toFixed(4))])).toEqual([
      ["scope", 0.0938],
      ["content", 0],
      ["real", 0.1875],
      ["known", 0.3333],
      ["corrected", 0],
      ["evidence", 0],
    ]);
    expect(found?.sentence).toBe(
      `From 15 Jun 2025 to 15 Jun 2026 the claimed level moved by ${formatGain(0.6146)} overall, from 1.26 to 1.88: +0.09 scope, +0.19 real change and +0.33 became known.`,
    );
  });

  it("lists topics by size with both levels, the cause and who", () => {
    expect(
      found?.topics.map(({ id, before: was, after: is, causes, by: who }) => [id, was, is, causesWords(causes), who]),
    ).toEqual([
      ["patching", 1, 2, "Became known", "device lead"],
      ["segments", 1.375, 1.75, "Real change", ""],
      ["printers", 1, undefined, "Scope and content", ""],
    ]);
  });

  it("gives what was corrected a step and words of its own", () => {
    const [was, is] = [smallClaims({ listed: "met" }), smallClaims({ listed: 0.75 }, { asOf: "2026-08-01" })];
    // Listed is all of inventory's advanced: 0.25 less of a third of devices, half of all. 0.9 was true then, 0.75 is now.
    const corrected = dates(was, is, "low", new Map(), new Map([["listed", { status: "partly", coverage: 0.9 }]]));
    const part = (cause: string) => corrected?.steps.find((step) => step.cause === cause)?.change;
    expect(part("corrected")).toBeCloseTo(-0.1 / 6, 12);
    expect(part("real")).toBeCloseTo(-0.15 / 6, 12);
    expect(corrected?.sentence).toMatch(/: −0\.03 real change and −0\.02 answers corrected\.$/);
    expect(corrected?.criteria).toMatchObject([{ id: "listed", causes: ["real", "corrected"] }]);
  });

  it("speaks of evidence where the verified level is compared", () => {
    const verified = dates(before, after, "verified");
    expect(verified?.criteria.map(({ id, causes, by: who }) => [id, causesWords(causes), who])).toEqual([
      ["listed", "Evidence", ""],
    ]);
    expect(verified?.sentence).toContain("the verified level moved by");
  });

  it("says no more than its figures where each cause moved by less than 0.005", () => {
    // Patched is two thirds of devices, half of all: 0.0123 ÷ 3 = 0.0041, from 1.0247 on.
    const small = dates(smallClaims({ patched: 0.0741 }, { asOf: "2025-06-15" }), smallClaims({ patched: 0.0864 }));
    expect(small?.sentence).toBe(
      "From 15 Jun 2025 to 15 Jun 2026 the claimed level went from 1.02 to 1.03, by less than 0.005.",
    );
  });

  it("says that nothing moved, and has no answer where there is no score", () => {
    expect(dates(before, { ...before, asOf: "2026-06-15" })?.sentence).toBe(
      `From 15 Jun 2025 to 15 Jun 2026 the claimed level stayed at ${formatLevel(found?.from ?? 0)}.`,
    );
    const every = content.pillars.flatMap(({ topics }) => topics.flatMap(({ criteria }) => criteria));
    expect(dates(smallClaims(Object.fromEntries(every.map(({ id }) => [id, "na" as const]))), after)).toBeNull();
  });
});

describe("two dates, laws", { timeout: 60_000 }, () => {
  const claims = arbitraryClaims(content);

  it("steps lead from one level to the other, and topics with scope and content add up to the whole", () => {
    fc.assert(
      fc.property(claims, claims, fc.constantFrom("low" as const, "verified" as const), (one, two, measure) => {
        const found = dates(one, two, measure);
        if (!found) return;
        const scores = [one, two].map((state) => scoreAssessment(model, state).overall?.[measure]);
        expect([found.from, found.to]).toEqual(scores);
        expect([found.steps[0]?.from, found.steps.at(-1)?.to]).toEqual(scores);
        for (const [i, step] of found.steps.entries()) {
          expect(step.from).toBe(found.steps[i - 1]?.to ?? found.from);
          expect(step.to - step.from).toBeCloseTo(step.change, 9);
        }
        const sum = found.steps.reduce((total, { change }) => total + change, 0);
        expect(sum).toBeCloseTo(found.to - found.from, 9);
        const inCriteria = found.criteria.reduce((total, { answer, evidence }) => total + answer + evidence, 0);
        const inTopics = found.topics.reduce((total, { change }) => total + change, 0);
        expect(inTopics).toBeCloseTo(inCriteria, 9);
      }),
      { numRuns: 300 },
    );
  });
});
