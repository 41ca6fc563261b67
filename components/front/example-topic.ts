import { compileModel } from "@/lib/core/scoring/compile-model";
import type { Answer, Evidence } from "@/lib/core/scoring/types";

export type ExampleAnswer = "met" | "partly" | "not-met" | "unknown";

/** Coverage of "partly" in the example: 1,108 of 1,204 accounts. */
export const EXAMPLE_COUNT = { count: 1108, population: 1204 } as const;

/** One topic in the product's own shape, with one accepted scan behind its first criterion. */
export const EXAMPLE = {
  title: "Sign-in strength",
  stages: [
    { id: "traditional", title: "Traditional" },
    { id: "advanced", title: "Advanced" },
    { id: "optimal", title: "Optimal" },
  ],
  criteria: [
    {
      id: "two-factors",
      stage: "advanced",
      statement: "Every interactive sign-in by staff needs two factors, whatever the network.",
      scan: "A scan measures 93.3 % (1,123 of 1,204)",
    },
    {
      id: "no-legacy",
      stage: "advanced",
      statement: "Sign-in protocols without second-factor support are blocked.",
      scan: null,
    },
    {
      id: "resistant",
      stage: "optimal",
      statement: "Every staff account accepts phishing-resistant methods only.",
      scan: null,
    },
  ],
} as const;

export type ExampleCriterion = (typeof EXAMPLE.criteria)[number]["id"];

export const EXAMPLE_MODEL = compileModel({
  threshold: 0.8,
  stages: EXAMPLE.stages,
  pillars: [
    {
      id: "identity",
      weight: 1,
      topics: [
        {
          id: "sign-in",
          weight: 1,
          gate: true,
          criteria: EXAMPLE.criteria.map(({ id, stage }) => ({ id, stage, weight: 1 })),
        },
      ],
    },
  ],
});

export const EXAMPLE_EVIDENCE: readonly Evidence[] = [
  {
    criterion: "two-factors",
    title: "Sign-in scan",
    date: "2026-11-21",
    source: "scan",
    verdict: "supports",
    coverage: 1123 / 1204,
    accepted: true,
  },
];

/** A press in the example as an answer of the scoring. */
export function exampleAnswer(answer: ExampleAnswer): Answer {
  if (answer === "partly")
    return { status: "partly", coverage: EXAMPLE_COUNT.count / EXAMPLE_COUNT.population, ...EXAMPLE_COUNT };
  return { status: answer };
}
