import { describe, expect, it } from "vitest";
import { nextStageWords } from "./models";
import { formatShare, formatSharePercent } from "./shares";
import { stageReasonWords } from "./stage-reason";

describe("a share beside what is needed", () => {
  it.each([
    [0.7975, "0.79", "79\u00a0%"],
    [0.799999, "0.79", "79\u00a0%"],
    [0.794, "0.79", "79\u00a0%"],
    [0.804, "0.80", "80\u00a0%"],
    [0.8, "0.80", "80\u00a0%"],
    // Reached but for rounding, as scoring has it.
    [0.8 - 1e-12, "0.80", "80\u00a0%"],
    [0.55, "0.55", "55\u00a0%"],
    [0, "0.00", "0\u00a0%"],
  ])("%f of 0.8 is %s", (share, text, percent) => {
    expect([formatShare(share, 0.8), formatSharePercent(share, 0.8)]).toEqual([text, percent]);
  });

  it("never seems to reach what it misses", () => {
    for (let needed = 0.05; needed <= 1; needed += 0.0137)
      for (const gap of [1e-6, 0.001, 0.0049]) {
        expect(Number(formatShare(needed - gap, needed))).toBeLessThan(Number(needed.toFixed(2)));
      }
  });

  it("is what a stage that is short is said to have", () => {
    expect(nextStageWords("Advanced", 0.7975, 0.8)).toBe("Advanced 0.79, needs 0.80");
    const counts = { topicsReached: 3, topicsCounting: 4, share: 0.797, needed: 0.8 };
    const next = { stage: "b", judgedAt: "b", shortGates: [], below: [], ...counts };
    expect(
      stageReasonWords(
        { pillar: "p", level: 1.8, stage: "a", gates: 1, next },
        { topic: String, stage: (id) => id.toUpperCase() },
      ),
    ).toBe("A: every gate holds · 3 of 4 topics at B, 79\u00a0% of the weight, 80\u00a0% needed");
  });
});
