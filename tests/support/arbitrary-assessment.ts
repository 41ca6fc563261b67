import fc from "fast-check";
import type { ModelTree } from "../../lib/core/scoring/compile-model";
import type { Answer, Claims, Evidence } from "../../lib/core/scoring/types";

export const AS_OF = "2026-06-15";
const FACTS = ["offices", "own-code"] as const;
const DAYS = ["2025-12-01", "2026-03-01", "2026-06-14", AS_OF, "2026-06-16", "2026-09-01"] as const;

const weight = fc.constantFrom(0.1, 0.5, 1, 2, 3, 7);
/** Values at and around the threshold and at the ends, and anything between. */
const coverage = fc.oneof(
  fc.constantFrom(0.25, 0.5, 0.75, 0.8, 0.9),
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
);

/** Small models of 2 to 5 stages, with empty stages, empty topics, gates and conditions. */
export const arbitraryTree: fc.Arbitrary<ModelTree> = fc
  .record({
    n: fc.constantFrom(2, 3, 3, 3, 4, 4, 5),
    threshold: fc.constantFrom(0.5, 0.6, 0.8, 0.8, 1),
    pillars: fc.array(
      fc.record({
        weight,
        topics: fc.array(
          fc.record({
            weight,
            gate: fc.boolean(),
            condition: fc.option(fc.constantFrom(...FACTS), { nil: undefined, freq: 3 }),
            // Some stand at a second stage of their topic too.
            criteria: fc.array(
              fc.record({ weight, stage: fc.nat(), again: fc.option(fc.nat(), { nil: undefined, freq: 1 }) }),
              { maxLength: 6 },
            ),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ n, threshold, pillars }) => ({
    threshold,
    stages: Array.from({ length: n }, (_, i) => ({ id: `stage-${i + 1}` })),
    pillars: pillars.map((pillar, p) => ({
      id: `p${p}`,
      weight: pillar.weight,
      topics: pillar.topics.map((topic, t) => ({
        ...topic,
        id: `p${p}.t${t}`,
        criteria: topic.criteria.flatMap(({ weight: each, stage, again }, c) => {
          const stages = new Set([stage, again ?? stage].map((place) => `stage-${2 + (place % (n - 1))}`));
          return [...stages].map((place) => ({ id: `p${p}.t${t}.c${c}`, weight: each, stage: place }));
        }),
      })),
    })),
  }));

export const arbitraryAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>({ status: "met" }),
  coverage.map((share): Answer => ({ status: "partly", coverage: share })),
  fc.constant<Answer>({ status: "not-met" }),
  fc.constant<Answer>({ status: "unknown" }),
  fc.boolean().map((accepted): Answer => ({ status: "not-applicable", reason: "no such thing here", accepted })),
);

export const arbitraryEvidence = (criterion: string): fc.Arbitrary<Evidence> =>
  fc.record(
    {
      criterion: fc.constant(criterion),
      title: fc.constant("export"),
      date: fc.constantFrom(...DAYS),
      expires: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
      source: fc.option(fc.constantFrom("scanner", "console"), { nil: undefined }),
      verdict: fc.constantFrom("supports", "supports", "supports", "contradicts"),
      coverage: fc.option(fc.oneof(fc.constantFrom(0, 1), coverage), { nil: undefined }),
      accepted: fc.constantFrom(true, true, true, false),
      dismissed: fc.constantFrom(undefined, undefined, false, true),
    },
    { requiredKeys: ["criterion", "title", "date", "verdict", "accepted"] },
  );

export const criteriaOf = (tree: ModelTree): readonly string[] => [
  ...new Set(
    tree.pillars.flatMap((pillar) => pillar.topics.flatMap((topic) => topic.criteria.map((criterion) => criterion.id))),
  ),
];

/** Claims over a tree: some criteria unanswered, some with evidence. */
export const arbitraryClaims = (tree: ModelTree): fc.Arbitrary<Claims> => {
  const ids = criteriaOf(tree);
  const each = fc.record({
    answer: fc.option(arbitraryAnswer, { nil: undefined, freq: 6 }),
    evidence: fc.array(arbitraryEvidence(""), { maxLength: 3 }),
  });
  return fc
    .record({
      each: fc.array(each, { minLength: ids.length, maxLength: ids.length }),
      profile: fc.dictionary(fc.constantFrom(...FACTS), fc.boolean(), { maxKeys: 2 }),
    })
    .map(({ each: items, profile }) => ({
      answers: new Map(items.flatMap(({ answer }, i) => (answer && ids[i] ? [[ids[i], answer] as const] : []))),
      evidence: items.flatMap(({ evidence }, i) => evidence.map((item) => ({ ...item, criterion: ids[i] ?? "" }))),
      profile: { ...profile },
      asOf: AS_OF,
    }));
};

export const arbitraryAssessment: fc.Arbitrary<{ tree: ModelTree; claims: Claims }> = arbitraryTree.chain((tree) =>
  arbitraryClaims(tree).map((claims) => ({ tree, claims })),
);
