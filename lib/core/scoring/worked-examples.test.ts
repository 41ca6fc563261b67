import { describe, expect, it } from "vitest";
import {
  type SmallAnswer,
  type SmallModel,
  smallClaims,
  smallEvidence,
  smallTree,
} from "../../../tests/support/small-model";
import { compileModel } from "./compile-model";
import { scoreAssessment } from "./score";
import type { Claims, Score } from "./types";

/** low, high, verified, then the stages of the three: T traditional, I initial, A advanced, O optimal. */
type Row = readonly [low: number, high: number, verified: number, stages: string];

type Example = Readonly<{
  name: string;
  model: SmallModel;
  answers: Readonly<Record<string, SmallAnswer>>;
  more?: Partial<Omit<Claims, "answers">>;
  /** By id of a topic or pillar, or "overall"; null for no score, absent where "absent". */
  expected: Readonly<Record<string, Row | "absent" | null>>;
}>;

const STAGE_LETTERS: Readonly<Record<string, string>> = { traditional: "T", initial: "I", advanced: "A", optimal: "O" };

/** One pillar with one topic of two advanced criteria (weights 1 and 3) and one optimal. */
const ONE_TOPIC: SmallModel = {
  pillars: { identity: { topics: { "sign-in": { criteria: { advanced: { a1: 1, a2: 3 }, optimal: { o1: 1 } } } } } },
};

/** A topic with one criterion a stage, named after it. */
const simple = (id: string, more: { weight?: number; gate?: boolean; condition?: string } = {}) => ({
  [id]: { ...more, criteria: { advanced: { [`${id}-a`]: 1 }, optimal: { [`${id}-o`]: 1 } } },
});

const CISA = ["traditional", "initial", "advanced", "optimal"];

const EXAMPLES: readonly Example[] = [
  {
    name: "nothing answered: everything is possible, nothing is claimed",
    model: ONE_TOPIC,
    answers: {},
    // low: A = 0, O = 0, L = 1 + 0 + 0·0. high: A = O = 1, L = 1 + 1 + 1·1.
    expected: { "sign-in": [1, 3, 1, "TOT"], overall: [1, 3, 1, "TOT"] },
  },
  {
    name: "everything met, without evidence",
    model: ONE_TOPIC,
    answers: { a1: "met", a2: "met", o1: "met" },
    expected: { "sign-in": [3, 3, 1, "OOT"] },
  },
  {
    name: "weights within a stage",
    model: ONE_TOPIC,
    answers: { a1: "not-met", a2: "met", o1: "not-met" },
    // A = (1·0 + 3·1) / 4 = 0.75 < 0.8; L = 1 + 0.75 + 0.75·0
    expected: { "sign-in": [1.75, 1.75, 1, "TTT"] },
  },
  {
    name: "partly counts by its coverage, and exactly τ reaches the stage",
    model: ONE_TOPIC,
    answers: { a1: 0.2, a2: "met", o1: "not-met" },
    // A = (1·0.2 + 3·1) / 4 = 0.8
    expected: { "sign-in": [1.8, 1.8, 1, "AAT"] },
  },
  {
    name: "optimal work counts only as far as advanced holds",
    model: ONE_TOPIC,
    answers: { a1: "met", a2: "not-met", o1: "met" },
    // A = 1/4, O = 1; L = 1 + 0.25 + 0.25·1; optimal holds but advanced doesn't, so the stage is traditional
    expected: { "sign-in": [1.5, 1.5, 1, "TTT"] },
  },
  {
    name: "a criterion at two stages of a topic counts at both",
    model: {
      stages: CISA,
      pillars: { p: { topics: { t: { criteria: { initial: { a: 1, b: 1 }, advanced: { b: 3, c: 1 } } } } } },
    },
    answers: { a: "met", b: 0.6, c: "met" },
    // I = (1 + 0.6) / 2 = 0.8; A = (3·0.6 + 1) / 4 = 0.7; nothing is missing on top; L = 1 + 0.8 + 0.8·0.7 + 0.8·0.7·1
    expected: { t: [2.92, 2.92, 1, "IIT"] },
  },
  {
    name: "a level is not a stage: 2.58 and traditional",
    model: ONE_TOPIC,
    answers: { a1: 0.16, a2: "met", o1: "met" },
    // A = (0.16 + 3) / 4 = 0.79; L = 1 + 0.79 + 0.79·1
    expected: { "sign-in": [2.58, 2.58, 1, "TTT"] },
  },
  {
    name: "a level is not a stage: 2.44 and optimal",
    model: ONE_TOPIC,
    answers: { a1: 0.2, a2: "met", o1: 0.8 },
    // A = 0.8, O = 0.8; L = 1 + 0.8 + 0.64
    expected: { "sign-in": [2.44, 2.44, 1, "OOT"] },
  },
  {
    name: "unknown opens a band",
    model: ONE_TOPIC,
    answers: { a1: "unknown", a2: "met", o1: 0.5 },
    // low: A = 3/4, O = 1/2; L = 1 + 0.75 + 0.375. high: A = 1; L = 1 + 1 + 0.5
    expected: { "sign-in": [2.125, 2.5, 1, "TAT"] },
  },
  {
    name: "not applicable, accepted, is left out of all three",
    model: ONE_TOPIC,
    answers: { a1: "met", a2: "na", o1: "not-met" },
    more: { evidence: [smallEvidence("a1")] },
    // A = a1 alone = 1
    expected: { "sign-in": [2, 2, 2, "AAA"] },
  },
  {
    name: "not applicable, not yet accepted, counts 0 in verified",
    model: ONE_TOPIC,
    answers: { a1: "met", a2: "na?", o1: "not-met" },
    more: { evidence: [smallEvidence("a1")] },
    // verified: A = (1·1 + 3·0) / 4
    expected: { "sign-in": [2, 2, 1.25, "AAT"] },
  },
  {
    name: "a stage that is empty takes the mean of the stage above, so that leaving advanced out earns nothing",
    model: ONE_TOPIC,
    answers: { a1: "na", a2: "na", o1: 0.5 },
    // A = O = 0.5; L = 1 + 0.5 + 0.25
    expected: { "sign-in": [1.75, 1.75, 1, "TTT"] },
  },
  {
    name: "where none is above, an empty stage misses nothing",
    model: ONE_TOPIC,
    answers: { a1: 0.5, a2: "met", o1: "na" },
    // A = (0.5 + 3) / 4 = 0.875, O = 1; L = 1 + 0.875 + 0.875
    expected: { "sign-in": [2.75, 2.75, 1, "OOT"] },
  },
  {
    name: "a topic of which nothing applies counts nowhere",
    model: { pillars: { identity: { topics: { ...simple("t"), ...simple("u") } } } },
    answers: { "t-a": "na", "t-o": "na", "u-a": "met", "u-o": "not-met" },
    expected: { t: "absent", u: [2, 2, 1, "AAT"], identity: [2, 2, 1, "AAT"] },
  },
  {
    name: "a topic that is called not applicable but not accepted is absent, and pulls verified down with level 1",
    model: { pillars: { identity: { topics: { ...simple("t"), ...simple("u") } } } },
    answers: { "t-a": "na?", "t-o": "na?", "u-a": "met", "u-o": "met" },
    more: { evidence: [smallEvidence("u-a"), smallEvidence("u-o")] },
    // low and high: u alone, 3. verified: u has 3, t has 1; mean 2; half of the weight reaches advanced
    expected: { t: "absent", u: [3, 3, 3, "OOO"], identity: [3, 3, 2, "OOT"] },
  },
  {
    name: "no topic left: no score, never 0",
    model: ONE_TOPIC,
    answers: { a1: "na", a2: "na", o1: "na" },
    expected: { "sign-in": "absent", identity: "absent", overall: null },
  },
  {
    name: "out of scope by the profile; a fact that isn't given counts as met",
    model: {
      pillars: {
        network: { topics: { ...simple("t", { condition: "offices" }), ...simple("u", { condition: "own-code" }) } },
      },
    },
    answers: { "t-a": "met", "t-o": "met", "u-a": "met", "u-o": "not-met" },
    more: { profile: { offices: false } },
    expected: { t: "absent", u: [2, 2, 1, "AAT"], network: [2, 2, 1, "AAT"] },
  },
  {
    name: "pillar: 80 % of the weight reaches the stage",
    model: { pillars: { identity: { topics: { ...simple("t", { weight: 4 }), ...simple("u") } } } },
    answers: { "t-a": "met", "t-o": "not-met", "u-a": "not-met", "u-o": "not-met" },
    // level (4·2 + 1·1) / 5 = 1.8; 4 of 5 reach advanced, 0.8 ≥ τ
    expected: { identity: [1.8, 1.8, 1, "AAT"] },
  },
  {
    name: "pillar: the same with a gate short",
    model: { pillars: { identity: { topics: { ...simple("t", { weight: 4 }), ...simple("u", { gate: true }) } } } },
    answers: { "t-a": "met", "t-o": "not-met", "u-a": "not-met", "u-o": "not-met" },
    expected: { identity: [1.8, 1.8, 1, "TTT"] },
  },
  {
    name: "overall: weighted mean of levels, lowest of stages",
    model: {
      pillars: { identity: { weight: 3, topics: simple("t") }, data: { weight: 1, topics: simple("u") } },
    },
    answers: { "t-a": "met", "t-o": "met", "u-a": "unknown", "u-o": "not-met" },
    // identity 3; data low 1, high 1 + 1 + 0. low (3·3 + 1)/4 = 2.5; high (9 + 2)/4 = 2.75
    expected: { identity: [3, 3, 1, "OOT"], data: [1, 2, 1, "TAT"], overall: [2.5, 2.75, 1, "TAT"] },
  },
  {
    name: "four stages multiply",
    model: {
      stages: CISA,
      pillars: { data: { topics: { t: { criteria: { initial: { i: 1 }, advanced: { a: 1 }, optimal: { o: 1 } } } } } },
    },
    answers: { i: "met", a: 0.8, o: 0.5 },
    // L = 1 + 1 + 0.8 + 0.8·0.5
    expected: { t: [3.2, 3.2, 1, "AAT"] },
  },
  {
    name: "four stages, none at initial and optimal: initial borrows from advanced, optimal misses nothing",
    model: { stages: CISA, pillars: { data: { topics: { t: { criteria: { advanced: { a: 1 } } } } } } },
    answers: { a: 0.9 },
    // M = 0.9, 0.9, 1; L = 1 + 0.9 + 0.81 + 0.81
    expected: { t: [3.52, 3.52, 1, "OOT"], data: [3.52, 3.52, 1, "OOT"] },
  },
  {
    name: "a topic counts only at stages from its lowest criteria on",
    model: {
      stages: CISA,
      pillars: {
        data: {
          topics: {
            t: { criteria: { initial: { ti: 1 }, advanced: { ta: 1 } } },
            u: { weight: 9, criteria: { advanced: { ua: 1 } } },
          },
        },
      },
    },
    answers: { ti: "met", ta: "met", ua: "not-met" },
    // initial: only t counts, and holds. advanced: 1 of 10. t = 4, u = 1 + 0 + 0 + 0; level (4 + 9) / 10
    expected: { t: [4, 4, 1, "OOT"], u: [1, 1, 1, "TTT"], data: [1.3, 1.3, 1, "IIT"] },
  },
  {
    name: "where no topic counts at a stage, the verdict of the next one above holds",
    model: {
      stages: CISA,
      pillars: { data: { topics: { u: { gate: true, criteria: { advanced: { ua: 1 } } } } } },
    },
    answers: { ua: 0.7 },
    // initial has nothing, so advanced decides: M = 0.7. L = 1 + 0.7 + 0.49 + 0.49
    expected: { data: [2.68, 2.68, 1, "TTT"] },
  },
  {
    name: "verified: the smallest of the claim and all measurements",
    model: ONE_TOPIC,
    answers: { a1: 0.9, a2: "met", o1: "not-met" },
    more: {
      evidence: [
        smallEvidence("a1", { coverage: 0.95 }),
        smallEvidence("a2", { source: "scanner", coverage: 0.7, verdict: "contradicts" }),
        smallEvidence("a2", { source: "console", coverage: 0.8 }),
      ],
    },
    // low: A = (0.9 + 3) / 4 = 0.975. verified: a1 = min(0.9, 0.95), a2 = min(1, 0.7, 0.8); A = (0.9 + 2.1) / 4 = 0.75
    expected: { "sign-in": [1.975, 1.975, 1.75, "AAT"] },
  },
  {
    name: "verified: an unmeasured contradiction stands against any support, and doesn't expire",
    model: ONE_TOPIC,
    answers: { a1: "met", a2: "met", o1: "not-met" },
    more: {
      evidence: [
        smallEvidence("a1"),
        smallEvidence("a2"),
        smallEvidence("a2", { verdict: "contradicts", date: "2024-01-01", expires: "2024-02-01" }),
      ],
    },
    // verified: a1 = 1, a2 = 0; A = 1/4
    expected: { "sign-in": [2, 2, 1.25, "AAT"] },
  },
  {
    name: "verified: a newer observation of the same source ends a contradiction",
    model: ONE_TOPIC,
    answers: { a1: "met", a2: "met", o1: "not-met" },
    more: {
      evidence: [
        smallEvidence("a1"),
        smallEvidence("a2", { source: "scanner", date: "2026-06-01" }),
        smallEvidence("a2", { source: "scanner", date: "2026-05-01", verdict: "contradicts" }),
      ],
    },
    expected: { "sign-in": [2, 2, 2, "AAA"] },
  },
  {
    name: "verified: expired support, dismissed, unaccepted and later evidence count for nothing",
    model: ONE_TOPIC,
    answers: { a1: "met", a2: "met", o1: "met" },
    more: {
      evidence: [
        smallEvidence("a1", { expires: "2026-06-15" }), // the as-of day is the first on which it no longer supports
        smallEvidence("a2", { accepted: false }),
        smallEvidence("a2", { date: "2026-06-16" }),
        smallEvidence("a2", { dismissed: true }),
        smallEvidence("o1", { expires: "2026-06-16" }),
      ],
    },
    // verified: A = 0
    expected: { "sign-in": [3, 3, 1, "OOT"] },
  },
  {
    name: "verified: two observations of a source on one day are one, and the less favourable decides",
    model: ONE_TOPIC,
    answers: { a1: "na", a2: "met", o1: "not-met" },
    more: {
      evidence: [
        smallEvidence("a2", { source: "s", coverage: 0.6 }),
        smallEvidence("a2", { source: "s", coverage: 0.9 }),
      ],
    },
    expected: { "sign-in": [2, 2, 1.6, "AAT"] },
  },
];

describe("worked examples of the definition", () => {
  it.each(EXAMPLES)("$name", ({ model, answers, more, expected }) => {
    const result = scoreAssessment(compileModel(smallTree(model)), smallClaims(answers, more));
    const scores = new Map<string, Score>();
    for (const pillar of result.pillars) {
      scores.set(pillar.id, pillar);
      for (const topic of pillar.topics) scores.set(topic.id, topic);
    }
    if (result.overall) scores.set("overall", result.overall);
    for (const [id, row] of Object.entries(expected)) {
      const score = scores.get(id);
      if (row === null || row === "absent") {
        expect(score, id).toBeUndefined();
        continue;
      }
      expect(score, id).toBeDefined();
      if (!score) continue;
      const [low, high, verified, stages] = row;
      expect(score.low, `${id} low`).toBeCloseTo(low, 12);
      expect(score.high, `${id} high`).toBeCloseTo(high, 12);
      expect(score.verified, `${id} verified`).toBeCloseTo(verified, 12);
      const letters = [score.stage, score.stageHigh, score.stageVerified].map((stage) => STAGE_LETTERS[stage]).join("");
      expect(letters, `${id} stages`).toBe(stages);
    }
  });

  it("counts completeness by criteria, not by weight, and leaves out of scope out", () => {
    const model: SmallModel = {
      pillars: { network: { topics: { ...simple("t", { condition: "offices" }), ...simple("u"), ...simple("v") } } },
    };
    const answers: Record<string, SmallAnswer> = { "t-a": "met", "u-a": "na?", "u-o": "unknown", "v-a": "not-met" };
    const claims = smallClaims(answers, { profile: { offices: false } });
    const result = scoreAssessment(compileModel(smallTree(model)), claims);
    // in scope: u-a, u-o, v-a, v-o; answered: u-a (not applicable is an answer), v-a
    expect([result.answered, result.inScope]).toEqual([2, 4]);
  });
});

describe("compileModel", () => {
  it.each([
    ["a weight of 0", { pillars: { p: { topics: { t: { weight: 0, criteria: { advanced: { a: 1 } } } } } } }],
    ["a criterion at the first stage", { pillars: { p: { topics: { t: { criteria: { traditional: { a: 1 } } } } } } }],
    ["an unknown stage", { pillars: { p: { topics: { t: { criteria: { perfect: { a: 1 } } } } } } }],
    ["a threshold above 1", { threshold: 1.1, pillars: {} }],
    ["a single stage", { stages: ["traditional"], pillars: {} }],
  ] satisfies readonly (readonly [string, SmallModel])[])("refuses %s", (_, model) => {
    expect(() => compileModel(smallTree(model))).toThrow(RangeError);
  });

  it("refuses a criterion twice at one stage of a topic", () => {
    const a = { id: "a", stage: "advanced", weight: 1 };
    const topic = { id: "t", weight: 1, gate: false, criteria: [a, a] };
    const tree = { ...smallTree({ pillars: {} }), pillars: [{ id: "p", weight: 1, topics: [topic] }] };
    expect(() => compileModel(tree)).toThrow("a stands twice at advanced in t");
  });
});
