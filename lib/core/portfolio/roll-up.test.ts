import { describe, expect, it } from "vitest";
import { smallClaims, smallEvidence, smallTree } from "../../../tests/support/small-model";
import { compileModel } from "../scoring/compile-model";
import { scoreAssessment } from "../scoring/score";
import type { Claims } from "../scoring/types";
import { rollUp } from "./roll-up";

const STAGES = [
  { id: "traditional", title: "Traditional", summary: "" },
  { id: "advanced", title: "Advanced", summary: "" },
  { id: "optimal", title: "Optimal", summary: "" },
];
const model = compileModel(
  smallTree({
    pillars: {
      identity: { topics: { "sign-in": { criteria: { advanced: { factors: 1 }, optimal: { passwordless: 1 } } } } },
      network: { topics: { segments: { criteria: { advanced: { zones: 1 }, optimal: { flows: 1 } } } } },
    },
  }),
);
const TODAY = "2026-06-01";
const claimed = (evidence: Claims["evidence"] = [], answers: Parameters<typeof smallClaims>[0] = {}) =>
  smallClaims({ factors: "met", passwordless: "not-met", zones: "met", ...answers }, { evidence, asOf: TODAY });
const sumOf = (claims: Claims, target: Parameters<typeof rollUp>[3] = { pillars: {} }) =>
  rollUp({ stages: STAGES, model }, claims, scoreAssessment(model, claims), target);
const piece = (parts: Parameters<typeof smallEvidence>[1]) => smallEvidence("factors", parts);
/** Both pillars stand at 2. */
const OPEN = { identity: 2.5, network: 2 };

describe("an assessment summed up for the portfolio", () => {
  it("counts the stage from 1 and the share that is known", () => {
    expect(sumOf(claimed())).toMatchObject({
      stageNumber: 2,
      completeness: 0.75,
      nextDue: undefined,
      changesOn: undefined,
    });
  });

  it.each([
    ["evidence that expires before the target", [piece({ expires: "2026-07-01" })], "2026-12-31", "2026-07-01"],
    ["a target before that", [piece({ expires: "2027-07-01" })], "2026-12-31", "2026-12-31"],
    [
      "a target that is late, before all that is to come",
      [piece({ expires: "2026-06-20" })],
      "2026-05-31",
      "2026-05-31",
    ],
    [
      "no evidence that isn't accepted",
      [piece({ expires: "2026-07-01", accepted: false })],
      "2026-12-31",
      "2026-12-31",
    ],
    ["no evidence that was dismissed", [piece({ expires: "2026-07-01", dismissed: true })], "2026-12-31", "2026-12-31"],
    ["no evidence that expired already", [piece({ expires: "2026-06-01" })], "2026-12-31", "2026-12-31"],
    [
      "no contradiction, which doesn't expire",
      [piece({ verdict: "contradicts", expires: "2026-07-01" })],
      "2026-12-31",
      "2026-12-31",
    ],
    [
      "no evidence that a newer observation replaced",
      [piece({ source: "scan", expires: "2026-07-01" }), piece({ source: "scan", date: "2026-05-20" })],
      "2026-12-31",
      "2026-12-31",
    ],
    [
      "no evidence of what isn't claimed",
      [smallEvidence("passwordless", { expires: "2026-07-01" })],
      "2026-12-31",
      "2026-12-31",
    ],
  ])("is due next by %s", (_, evidence, by, day) => {
    expect(sumOf(claimed(evidence), { pillars: OPEN, by }).nextDue).toEqual({
      day,
      of: day === by ? "target" : "evidence",
    });
  });

  it.each([
    ["before", "2026-12-31"],
    ["after", "2026-05-31"],
  ])("is not due by a target that each pillar reaches, %s its day", (_, by) => {
    const evidence = [piece({ expires: "2027-07-01" })];
    const nextDue = (pillars: Readonly<Record<string, number>>) => sumOf(claimed(evidence), { pillars, by }).nextDue;
    expect(nextDue({ identity: 2, network: 2 })).toEqual({ day: "2027-07-01", of: "evidence" });
    // One above its target doesn't make up for one below.
    expect(nextDue({ identity: 1.5, network: 2.5 })).toEqual({ day: by, of: "target" });
    expect(nextDue({})).toEqual({ day: by, of: "target" });
  });

  it("changes by itself on the first day on which a piece begins or ends to count", () => {
    expect(sumOf(claimed([piece({ expires: "2026-09-01" }), piece({ date: "2026-08-01" })])).changesOn).toBe(
      "2026-08-01",
    );
    const contradiction = piece({ verdict: "contradicts", date: "2026-07-01", expires: "2026-08-01" });
    expect(sumOf(claimed([contradiction])).changesOn).toBe("2026-07-01");
    expect(sumOf(claimed([{ ...contradiction, date: "2026-05-01" }])).changesOn).toBeUndefined();
  });

  it("has no level without a score", () => {
    const none = sumOf(claimed([], { factors: "na", passwordless: "na", zones: "na", flows: "na" }));
    expect(none.low).toBeUndefined();
    expect(none.nextDue).toBeUndefined();
  });
});
