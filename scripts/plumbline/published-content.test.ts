import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileModel, type ModelTree } from "../../lib/core/scoring/compile-model";
import { explainOpen } from "../../lib/core/scoring/explain";
import { scoreAssessment } from "../../lib/core/scoring/score";
import { quickCheckTree, scoreSubsets, subsetsBy } from "../../lib/core/scoring/score-subset";
import { readContent } from "../../lib/server/content/read-content";
import { arbitraryClaims } from "../../tests/support/arbitrary-assessment";
import { slowScore } from "../../tests/support/slow-score";
import { findVersion } from "./load-content";

const questionnaire = await readContent("zero-trust", findVersion("zero-trust", undefined));

describe("scoring the published questionnaire", { timeout: 120_000 }, () => {
  it.each([
    ["the whole", questionnaire],
    ["the quick check", quickCheckTree(questionnaire)],
  ] satisfies readonly (readonly [string, ModelTree])[])(
    "agrees with the definition written a second time: %s",
    (_, tree) => {
      const model = compileModel(tree);
      fc.assert(
        fc.property(arbitraryClaims(tree), (claims) => {
          const score = scoreAssessment(model, claims);
          for (const measure of ["low", "high", "verified"] as const) {
            const slow = slowScore(tree, claims, measure);
            const stageOf = { low: "stage", high: "stageHigh", verified: "stageVerified" } as const;
            for (const pillar of [{ id: undefined, ...score.overall }, ...score.pillars]) {
              const expected = pillar.id === undefined ? slow.overall : slow.pillars.get(pillar.id);
              expect(pillar[measure]).toBeCloseTo(expected?.level ?? Number.NaN, 9);
              expect(pillar[stageOf[measure]]).toBe(tree.stages[(expected?.stage ?? 0) - 1]?.id);
            }
          }
        }),
        { numRuns: 20 },
      );
    },
  );

  it("scores every principle and every driver", () => {
    const model = compileModel(questionnaire);
    const claims = { answers: new Map(), evidence: [], profile: {}, asOf: "2026-06-15" };
    for (const tag of ["principles", "drivers"] as const) {
      const subsets = subsetsBy(questionnaire, tag);
      expect(subsets.size).toBe(3);
      for (const score of scoreSubsets(model, claims, subsets).values()) {
        expect(score).toMatchObject({ low: 1, high: 3, verified: 1, answered: 0 });
      }
    }
  });

  it("explains every open criterion in less than 50 ms", () => {
    const model = compileModel(questionnaire);
    const claims = { answers: new Map(), evidence: [], profile: {}, asOf: "2026-06-15" };
    const times = Array.from({ length: 6 }, () => {
      const start = performance.now();
      expect(explainOpen(model, claims)).toHaveLength(model.criteria.length);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
