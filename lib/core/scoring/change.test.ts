import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryAssessment, arbitraryClaims, criteriaOf } from "../../../tests/support/arbitrary-assessment";
import { type SmallAnswer, smallClaims, smallEvidence, smallTree } from "../../../tests/support/small-model";
import { type Cause, explainChange } from "./change";
import { compileModel } from "./compile-model";
import { scoreAssessment } from "./score";
import type { Answer, Claims } from "./types";

const MODEL = compileModel(
  smallTree({ pillars: { p: { topics: { t: { criteria: { advanced: { a: 1 }, optimal: { o: 1 } } } } } } }),
);
const NONE: Record<Cause, number> = { scope: 0, content: 0, known: 0, real: 0, evidence: 0, corrected: 0 };

const partly = (coverage: number): Answer => ({ status: "partly", coverage });
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom<Answer>({ status: "met" }, { status: "not-met" }),
  fc.integer({ min: 1, max: 99 }).map((percent) => partly(percent / 100)),
);

const change = (
  [before, after]: readonly [Record<string, SmallAnswer>, Record<string, SmallAnswer>],
  more: {
    measure?: "low" | "verified";
    corrected?: ReadonlyMap<string, Answer>;
    before?: Partial<Claims>;
    after?: Partial<Claims>;
  } = {},
) =>
  explainChange(
    { model: MODEL, claims: smallClaims(before, more.before) },
    { model: MODEL, claims: smallClaims(after, more.after) },
    { measure: more.measure ?? "low", corrected: more.corrected },
  );

describe("explainChange: by hand", () => {
  it("shares what two answers did together", () => {
    // L = 1 + A + A·O with A = O = t: A has ∫ (1 + t) dt = 1.5, O has ∫ t dt = 0.5
    const result = change([
      { a: "not-met", o: "unknown" },
      { a: "met", o: "met" },
    ]);
    expect(result).toMatchObject({ from: 1, to: 3 });
    expect(result?.causes.real).toBeCloseTo(1.5, 12);
    expect(result?.causes.known).toBeCloseTo(0.5, 12);
    expect(result?.criteria.map(({ criterion, cause }) => [criterion, cause])).toEqual([
      ["a", "real"],
      ["o", "known"],
    ]);
  });

  it("tells a correction from a change", () => {
    const answers = [{ a: "met" }, { a: 0.5 }] as const;
    expect(change(answers)?.causes).toEqual({ ...NONE, real: -0.5 });
    expect(change(answers, { corrected: new Map([["a", partly(0.5)]]) })?.causes).toEqual({ ...NONE, corrected: -0.5 });
  });

  it("parts the way to what the answer should have been from the way on", () => {
    // A said 0.8 where 0.4 was true, and is 0.9 now: 0.8 to 0.4 is corrected, 0.4 to 0.9 is real
    const result = change([{ a: 0.8 }, { a: 0.9 }], { corrected: new Map([["a", partly(0.4)]]) });
    expect(result?.causes.corrected).toBeCloseTo(-0.4, 12);
    expect(result?.causes.real).toBeCloseTo(0.5, 12);
    expect(result?.criteria).toMatchObject([{ criterion: "a", cause: "real" }]);
  });

  it("tells both where a mistake was put right and the organization then did what it had claimed", () => {
    const result = change([{ a: "met" }, { a: "met" }], { corrected: new Map([["a", { status: "not-met" }]]) });
    expect(result?.causes).toEqual({ ...NONE, corrected: -1, real: 1 });
  });

  it("corrects nothing of what wasn't known or doesn't apply: that has a part of its own", () => {
    const corrected = new Map<string, Answer>([["a", { status: "met" }]]);
    expect(change([{ a: "unknown" }, { a: "met" }], { corrected })?.causes).toEqual({ ...NONE, known: 1 });
    expect(change([{ a: "met", o: "not-met" }, { o: "not-met" }], { corrected })?.causes.corrected).toBe(0);
  });

  it("gives to scope what stops being applicable, before all else", () => {
    // 1 + 1 + 0, then O is left out: 1 + 1 + 1
    const result = change([
      { a: "met", o: "not-met" },
      { a: "met", o: "na" },
    ]);
    expect(result?.causes).toEqual({ ...NONE, scope: 1 });
  });

  it("lets a criterion that becomes applicable enter as unknown, and then become known", () => {
    const result = change([
      { a: "met", o: "na" },
      { a: "met", o: 0.25 },
    ]);
    expect(result?.causes).toEqual({ ...NONE, scope: -1, known: 0.25 });
  });

  it("gives to evidence what expires, in verified alone", () => {
    const evidence = [smallEvidence("a", { expires: "2026-07-01" })];
    const dates = { before: { evidence, asOf: "2026-06-15" }, after: { evidence, asOf: "2026-07-01" } };
    const answers = [
      { a: "met", o: "not-met" },
      { a: "met", o: "not-met" },
    ] as const;
    expect(change(answers, { ...dates, measure: "verified" })).toMatchObject({
      from: 2,
      to: 1,
      causes: { ...NONE, evidence: -1 },
    });
    expect(change(answers, { ...dates, measure: "low" })).toMatchObject({ from: 2, to: 2, causes: NONE });
  });

  it("halves between answer and evidence what only both together bring", () => {
    const result = change(
      [
        { a: "not-met", o: "not-met" },
        { a: "met", o: "not-met" },
      ],
      {
        measure: "verified",
        after: { evidence: [smallEvidence("a")] },
      },
    );
    expect(result?.causes).toEqual({ ...NONE, real: 0.5, evidence: 0.5 });
  });

  it("gives to content what a new version brings by itself", () => {
    const wider = compileModel(
      smallTree({ pillars: { p: { topics: { t: { criteria: { advanced: { a: 1, b: 1 }, optimal: { o: 1 } } } } } } }),
    );
    const before = { model: MODEL, claims: smallClaims({ a: "met", o: "not-met" }) };
    const after = { model: wider, claims: smallClaims({ a: "met", b: 0.5, o: "not-met" }) };
    // b enters unknown: A = 1/2; then it is known: A = 3/4
    expect(explainChange(before, after, { measure: "low" })?.causes).toEqual({ ...NONE, content: -0.5, known: 0.25 });
  });

  it("has no answer where there was no score", () => {
    expect(change([{ a: "na", o: "na" }, { a: "met" }])).toBeNull();
  });
});

describe("explainChange: laws", { timeout: 60_000 }, () => {
  const sameTree = arbitraryAssessment.chain(({ tree, claims }) =>
    fc.record({
      before: fc.constant({ tree, claims }),
      after: fc.record({
        tree: fc.constant(tree),
        claims: arbitraryClaims(tree).map((later) => ({ ...later, asOf: "2026-09-01" })),
      }),
      corrected: fc
        .subarray([...criteriaOf(tree)])
        .chain((ids) => fc.tuple(...ids.map((id) => anyAnswer.map((answer) => [id, answer] as const))))
        .map((pairs) => new Map<string, Answer>(pairs)),
    }),
  );
  const otherTree = fc.record({
    before: arbitraryAssessment,
    after: arbitraryAssessment,
    corrected: fc.constant(new Map<string, Answer>()),
  });

  it("adds up to the whole, between any two states of any content", () => {
    fc.assert(
      fc.property(
        fc.oneof(sameTree, otherTree),
        fc.constantFrom("low" as const, "verified" as const),
        ({ before, after, corrected }, measure) => {
          const states = [before, after].map(({ tree, claims }) => ({ model: compileModel(tree), claims }));
          const [one, two] = states;
          if (!one || !two) return;
          const result = explainChange(one, two, { measure, corrected });
          const scores = [one, two].map(({ model, claims }) => scoreAssessment(model, claims).overall?.[measure]);
          if (result === null) {
            expect(scores).toContain(undefined);
            return;
          }
          expect([result.from, result.to]).toEqual(scores);
          const sum = Object.values(result.causes).reduce((total, part) => total + part, 0);
          expect(sum).toBeCloseTo(result.to - result.from, 9);
          const byCriterion = result.criteria.reduce((total, { answer, evidence }) => total + answer + evidence, 0);
          expect(byCriterion).toBeCloseTo(causesOfCriteria(result.causes, result), 9);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("turns every sign when the dates are exchanged, if scope and content stay", () => {
    const plain = sameTree.map(({ before, after }) => {
      const strip = (claims: Claims): Claims => ({
        ...claims,
        profile: {},
        answers: new Map([...claims.answers].filter(([, answer]) => answer.status !== "not-applicable")),
      });
      const model = compileModel(before.tree);
      return [
        { model, claims: strip(before.claims) },
        { model, claims: strip(after.claims) },
      ] as const;
    });
    fc.assert(
      fc.property(plain, fc.constantFrom("low" as const, "verified" as const), ([one, two], measure) => {
        const there = explainChange(one, two, { measure });
        const back = explainChange(two, one, { measure });
        for (const cause of ["scope", "content", "known", "real", "evidence"] as const) {
          expect((there?.causes[cause] ?? 0) + (back?.causes[cause] ?? 0)).toBeCloseTo(0, 9);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** What of a change isn't scope (as one bar) or content: the parts of criteria, those that are scope among them. */
function causesOfCriteria(
  causes: Record<Cause, number>,
  { criteria }: { criteria: readonly { cause: Cause; answer: number }[] },
) {
  const scopeParts = criteria.filter(({ cause }) => cause === "scope").reduce((sum, { answer }) => sum + answer, 0);
  return causes.known + causes.real + causes.evidence + causes.corrected + scopeParts;
}
