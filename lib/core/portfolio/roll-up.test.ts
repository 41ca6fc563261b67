import { describe, expect, it } from "vitest";
import type { Evidence } from "../scoring/types";
import { rollUp } from "./roll-up";

const STAGES = [
  { id: "traditional", title: "Traditional" },
  { id: "advanced", title: "Advanced" },
  { id: "optimal", title: "Optimal" },
];
const SCORE = {
  overall: { low: 1.8, high: 2, verified: 1.5, stage: "advanced", stageHigh: "advanced", stageVerified: "traditional" },
  pillars: [],
  answered: 30,
  inScope: 40,
};
const piece = (more: Partial<Evidence>): Evidence => ({
  criterion: "a.b.c",
  title: "Scan",
  date: "2026-01-01",
  verdict: "supports",
  accepted: true,
  ...more,
});
const stages = STAGES as never;

describe("an assessment summed up for the portfolio", () => {
  it("counts the stage from 1 and the share that is known", () => {
    expect(rollUp({ stages }, { evidence: [], asOf: "2026-06-01" }, SCORE)).toMatchObject({
      stageNumber: 2,
      completeness: 0.75,
      nextDue: undefined,
      changesOn: undefined,
    });
  });

  it.each([
    [
      "evidence that expires before the target",
      [piece({ expires: "2026-07-01" })],
      "2026-12-31",
      "2026-07-01",
      "evidence",
    ],
    ["a target before that", [piece({ expires: "2027-07-01" })], "2026-12-31", "2026-12-31", "target"],
    ["no target that is past", [piece({ expires: "2027-07-01" })], "2026-05-31", "2027-07-01", "evidence"],
    [
      "no evidence that isn't accepted",
      [piece({ expires: "2026-07-01", accepted: false })],
      "2026-12-31",
      "2026-12-31",
      "target",
    ],
    ["no evidence that expired already", [piece({ expires: "2026-06-01" })], "2026-12-31", "2026-12-31", "target"],
  ])("is due next by %s", (_, evidence, target, day, of) => {
    expect(rollUp({ stages }, { evidence, asOf: "2026-06-01" }, SCORE, target).nextDue).toEqual({ day, of });
  });

  it("changes by itself on the first day on which a piece begins or ends to count", () => {
    const evidence = [piece({ expires: "2026-09-01" }), piece({ date: "2026-08-01" })];
    expect(rollUp({ stages }, { evidence, asOf: "2026-06-01" }, SCORE).changesOn).toBe("2026-08-01");
  });

  it("has no level without a score", () => {
    const none = rollUp(
      { stages },
      { evidence: [], asOf: "2026-06-01" },
      { overall: null, pillars: [], answered: 0, inScope: 0 },
    );
    expect(none).toMatchObject({ completeness: 0 });
    expect(none.low).toBeUndefined();
  });
});
