import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryAssessment, criteriaOf } from "../../../tests/support/arbitrary-assessment";
import { slowScore } from "../../../tests/support/slow-score";
import { smallClaims, smallTree } from "../../../tests/support/small-model";
import { compileModel } from "./compile-model";
import { scoreSubsets } from "./score-subset";

describe("scoreSubsets", () => {
  it("equals the definition over the sub-tree of the chosen criteria", { timeout: 60_000 }, () => {
    const chosen = arbitraryAssessment.chain(({ tree, claims }) =>
      fc.subarray([...criteriaOf(tree)]).map((ids) => ({ tree, claims, ids: new Set(ids) })),
    );
    fc.assert(
      fc.property(chosen, ({ tree, claims, ids }) => {
        const cut = {
          ...tree,
          pillars: tree.pillars.map((pillar) => ({
            ...pillar,
            topics: pillar.topics.map((topic) => ({
              ...topic,
              criteria: topic.criteria.filter(({ id }) => ids.has(id)),
            })),
          })),
        };
        const score = scoreSubsets(compileModel(tree), claims, new Map([["chosen", ids]])).get("chosen");
        const low = slowScore(cut, claims, "low").overall;
        if (low === null) expect(score).toBeNull();
        else {
          expect(score?.low).toBeCloseTo(low.level, 9);
          expect(score?.high).toBeCloseTo(slowScore(cut, claims, "high").overall?.level ?? 0, 9);
          expect(score?.verified).toBeCloseTo(slowScore(cut, claims, "verified").overall?.level ?? 0, 9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("counts the subset's own criteria", () => {
    const tree = smallTree({
      pillars: { p: { topics: { t: { criteria: { advanced: { a: 1, b: 1 }, optimal: { c: 1 } } } } } },
    });
    const claims = smallClaims({ a: "met", b: "met" });
    const scores = scoreSubsets(compileModel(tree), claims, new Map([["x", new Set(["a", "c"])]]));
    // A = 1, O unknown: low 1 + 1 + 0, high 3
    expect(scores.get("x")).toEqual({ low: 2, high: 3, verified: 1, answered: 1, inScope: 2 });
  });
});
