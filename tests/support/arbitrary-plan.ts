import fc from "fast-check";
import type { Initiative } from "../../lib/core/content/types";
import type { Decision, PlanInstance } from "../../lib/core/planning/types";
import { compileModel, type ModelTree } from "../../lib/core/scoring/compile-model";
import { arbitraryAssessment, criteriaOf } from "./arbitrary-assessment";
import { smallInitiative } from "./small-initiative";

const TODAY = "2026-11-24";
const DAYS = [
  "2026-08-03",
  "2026-11-02",
  "2026-11-23",
  "2026-11-24",
  "2026-12-01",
  "2027-02-10",
  "2027-09-30",
] as const;

/** Initiatives over a model's criteria: some deliver the same, some need earlier ones, some are far too large. */
function arbitraryInitiatives(tree: ModelTree): fc.Arbitrary<readonly Initiative[]> {
  const criteria = criteriaOf(tree);
  if (criteria.length === 0) return fc.constant([]);
  const one = fc.record({
    delivers: fc.uniqueArray(fc.constantFrom(...criteria), { minLength: 1, maxLength: 4 }),
    days: fc.constantFrom(0.5, 3, 12, 40, 90, 400),
    weeks: fc.constantFrom(1, 4, 4, 9, 13, 26, 60),
    needs: fc.array(fc.nat(), { maxLength: 2 }),
  });
  return fc.array(one, { minLength: 1, maxLength: 9 }).map((parts) =>
    parts.map(({ delivers, days, weeks, needs }, index) => {
      const earlier = index === 0 ? [] : [...new Set(needs.map((n) => `any.i${n % index}`))];
      return smallInitiative(`any.i${index}`, delivers, { days, weeks, needs: earlier });
    }),
  );
}

function arbitraryTarget(tree: ModelTree): fc.Arbitrary<number | undefined> {
  const top = tree.stages.length;
  return fc.oneof(fc.constantFrom(undefined, top, top), fc.double({ min: 1, max: top, noNaN: true }));
}

function arbitraryDecision(initiative: string): fc.Arbitrary<Decision> {
  const day = fc.option(fc.constantFrom(...DAYS), { nil: undefined });
  return fc
    .record({
      state: fc.constantFrom("open", "open", "in-progress", "done", "dropped"),
      owner: fc.constantFrom("", "network team"),
      startsOn: day,
      endsOn: day,
    })
    .map(({ startsOn, endsOn, ...rest }) => {
      const sound = startsOn === undefined || endsOn === undefined || endsOn >= startsOn;
      return { initiative, ...rest, startsOn, endsOn: sound ? endsOn : undefined };
    });
}

/** Plans over small models: any capacity, targets and decisions; the first quarter may be past or ahead. */
export const arbitraryPlanInstance: fc.Arbitrary<PlanInstance> = arbitraryAssessment.chain(({ tree, claims }) =>
  arbitraryInitiatives(tree).chain((initiatives) =>
    fc
      .record({
        targets: fc.array(arbitraryTarget(tree), {
          minLength: tree.pillars.length,
          maxLength: tree.pillars.length,
        }),
        by: fc.option(fc.constantFrom("2026-06-30", "2027-06-30", "2031-01-01"), { nil: undefined }),
        start: fc.constantFrom("2026-04-01", "2026-10-01", "2026-11-24", "2027-01-01"),
        quarters: fc.constantFrom(1, 2, 4, 8),
        capacity: fc.constantFrom(1, 10, 50, 200, 1000),
        decisions: fc
          .subarray(
            initiatives.map(({ id }) => id),
            { maxLength: Math.min(3, initiatives.length) },
          )
          .chain((ids) => fc.tuple(...ids.map((id) => arbitraryDecision(id)))),
      })
      .map(({ targets, by, start, quarters, capacity, decisions }) => ({
        model: compileModel(tree),
        claims,
        initiatives,
        sizes: {},
        targets: Object.fromEntries(
          tree.pillars.flatMap(({ id }, p) => (targets[p] === undefined ? [] : [[id, targets[p]]])),
        ),
        by,
        settings: { start, quarters, capacity },
        decisions,
        today: TODAY,
      })),
  ),
);
