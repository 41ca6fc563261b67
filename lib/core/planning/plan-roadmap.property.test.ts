import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPlanInstance } from "../../../tests/support/arbitrary-plan";
import { checkPlan } from "./check-plan";
import { planRoadmap } from "./plan-roadmap";

describe("a plan of any instance", () => {
  it("breaks none of the checker's rules", () => {
    fc.assert(
      fc.property(arbitraryPlanInstance, (instance) => {
        expect(checkPlan(instance, planRoadmap(instance))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it("doesn't depend on the order of initiatives and decisions", () => {
    fc.assert(
      fc.property(arbitraryPlanInstance, (instance) => {
        const turned = {
          ...instance,
          initiatives: [...instance.initiatives].reverse(),
          decisions: [...instance.decisions].reverse(),
        };
        expect(planRoadmap(turned)).toEqual(planRoadmap(instance));
      }),
      { numRuns: 200 },
    );
  });

  it("never lowers a level from one quarter to the next", () => {
    fc.assert(
      fc.property(arbitraryPlanInstance, (instance) => {
        const { now, quarters } = planRoadmap(instance);
        let before = now.overall?.level ?? 0;
        for (const { levels } of quarters) {
          if (!levels) continue;
          const level = levels.overall?.level ?? 0;
          expect(level).toBeGreaterThanOrEqual(before - 1e-9);
          before = level;
        }
      }),
      { numRuns: 200 },
    );
  });

  it("places nothing of its own accord without a target", () => {
    fc.assert(
      fc.property(arbitraryPlanInstance, (instance) => {
        const fixed = instance.decisions.some(
          ({ state, startsOn, endsOn }) => state === "open" && (startsOn || endsOn),
        );
        fc.pre(!fixed);
        expect(planRoadmap({ ...instance, targets: {} }).items.filter(({ placed }) => placed)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
