import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../scoring/types";
import { agreementOf, type Pair } from "./agreement";

const met: Answer = { status: "met" };
const not: Answer = { status: "not-met" };
const partly: Answer = { status: "partly", coverage: 0.5 };
const pairs = (...of: readonly (readonly [number, Answer | null, Answer | null])[]): readonly Pair[] =>
  of.flatMap(([times, first, second]) =>
    Array.from({ length: times }, (_, i) => ({ criterion: `${i}`, first, second })),
  );

describe("agreement of two people", () => {
  it("is Cohen's own kind of example: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no give 0.4", () => {
    // po = 35/50 = 0.7; pe = (25·30 + 25·20)/2500 = 0.5; (0.7 − 0.5)/(1 − 0.5) = 0.4
    const { kappa, agreed, judged } = agreementOf(pairs([20, met, met], [5, met, not], [10, not, met], [15, not, not]));
    expect([judged, agreed]).toEqual([50, 35]);
    expect(kappa).toBeCloseTo(0.4, 12);
  });

  it("counts partly as one thing whatever the share, and silence as a category of its own", () => {
    const other: Answer = { status: "partly", coverage: 0.9 };
    expect(agreementOf(pairs([3, partly, other], [1, met, null]))).toMatchObject({ judged: 4, agreed: 3 });
  });

  it("isn't defined for nothing, nor where both say one thing only", () => {
    expect(agreementOf([]).kappa).toBeNull();
    expect(agreementOf(pairs([4, null, null]))).toEqual({ judged: 0, agreed: 0, kappa: null });
    expect(agreementOf(pairs([4, met, met])).kappa).toBeNull();
  });

  const answer = fc.constantFrom<Answer | null>(met, not, partly, { status: "unknown" }, null);
  const random = fc.array(fc.record({ criterion: fc.string(), first: answer, second: answer }), { maxLength: 60 });

  it("is symmetric, at most 1, and 1 only where all agree", () => {
    fc.assert(
      fc.property(random, (given) => {
        const one = agreementOf(given);
        const other = agreementOf(
          given.map(({ criterion, first, second }) => ({ criterion, first: second, second: first })),
        );
        if (one.kappa === null) {
          expect(other.kappa).toBeNull();
          return;
        }
        expect(other.kappa).toBeCloseTo(one.kappa, 12);
        expect(one.kappa).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(one.kappa - 1) < 1e-12).toBe(one.agreed === one.judged);
      }),
    );
  });
});
