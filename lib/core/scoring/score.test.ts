import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AS_OF,
  arbitraryAnswer,
  arbitraryAssessment,
  arbitraryEvidence,
  criteriaOf,
} from "../../../tests/support/arbitrary-assessment";
import { type SlowScore, slowScore } from "../../../tests/support/slow-score";
import { compileModel, type ModelTree } from "./compile-model";
import { scoreAssessment } from "./score";
import type { Answer, AssessmentScore, Claims, Score } from "./types";

const RUNS = { numRuns: 800 };
const MANY_RUNS = { numRuns: 2000 };
const NEAR = 1e-9;

type Case = { tree: ModelTree; claims: Claims };
const score = ({ tree, claims }: Case) => scoreAssessment(compileModel(tree), claims);
const stageNumber = (tree: ModelTree, id: string) => tree.stages.findIndex((stage) => stage.id === id);

/** Every score of an assessment by a name: overall, pillars, topics. */
function allScores(result: AssessmentScore): Map<string, Score> {
  const all = new Map<string, Score>();
  if (result.overall) all.set("overall", result.overall);
  for (const pillar of result.pillars) {
    all.set(pillar.id, pillar);
    for (const topic of pillar.topics) all.set(topic.id, topic);
  }
  return all;
}

const pickScore = ({ low, high, verified, stage, stageHigh, stageVerified }: Score) => ({
  low,
  high,
  verified,
  stage,
  stageHigh,
  stageVerified,
});

function expectSameScores(a: AssessmentScore, b: AssessmentScore): void {
  const left = allScores(a);
  const right = allScores(b);
  expect([...left.keys()].sort()).toEqual([...right.keys()].sort());
  for (const [name, x] of left) {
    const y = right.get(name);
    if (!y) continue;
    for (const key of ["low", "high", "verified"] as const) expect(Math.abs(x[key] - y[key])).toBeLessThan(NEAR);
    for (const key of ["stage", "stageHigh", "stageVerified"] as const) expect(x[key]).toBe(y[key]);
  }
}

describe("scoreAssessment", { timeout: 60_000 }, () => {
  it("agrees with the definition written a second time", () => {
    fc.assert(
      fc.property(arbitraryAssessment, ({ tree, claims }) => {
        const scores = allScores(score({ tree, claims }));
        const expectEqual = (name: string, level: "low" | "high" | "verified", slow: SlowScore) => {
          const fast = scores.get(name);
          expect(fast, name).toBeDefined();
          if (!fast) return;
          expect(Math.abs(fast[level] - slow.level)).toBeLessThan(NEAR);
          const stage = { low: fast.stage, high: fast.stageHigh, verified: fast.stageVerified }[level];
          expect(stageNumber(tree, stage) + 1).toBe(slow.stage);
        };
        const low = slowScore(tree, claims, "low");
        const present = [...(low.overall ? ["overall"] : []), ...low.pillars.keys(), ...low.topics.keys()];
        expect([...scores.keys()].sort()).toEqual(present.sort());
        for (const measure of ["low", "high", "verified"] as const) {
          const slow = slowScore(tree, claims, measure);
          if (slow.overall && low.overall) expectEqual("overall", measure, slow.overall);
          for (const [id, value] of slow.pillars) if (low.pillars.has(id)) expectEqual(id, measure, value);
          for (const [id, value] of slow.topics) if (low.topics.has(id)) expectEqual(id, measure, value);
        }
      }),
      MANY_RUNS,
    );
  });

  it("holds 1 ≤ verified ≤ low ≤ high ≤ n, for levels and stages", () => {
    fc.assert(
      fc.property(arbitraryAssessment, ({ tree, claims }) => {
        const n = tree.stages.length;
        for (const [, item] of allScores(score({ tree, claims }))) {
          expect(item.verified).toBeGreaterThanOrEqual(1);
          expect(item.verified).toBeLessThanOrEqual(item.low + NEAR);
          expect(item.low).toBeLessThanOrEqual(item.high + NEAR);
          expect(item.high).toBeLessThanOrEqual(n);
          const [verified, low, high] = [item.stageVerified, item.stage, item.stageHigh].map((id) =>
            stageNumber(tree, id),
          );
          expect(verified).toBeLessThanOrEqual(low ?? -1);
          expect(low).toBeLessThanOrEqual(high ?? -1);
        }
      }),
      RUNS,
    );
  });

  it("is monotone: a better answer to one criterion lowers nothing", () => {
    const rank = (answer: Answer | undefined) =>
      answer?.status === "met" ? 1 : answer?.status === "partly" ? answer.coverage : 0;
    const valued = arbitraryAnswer.filter(
      ({ status }) => status === "met" || status === "partly" || status === "not-met",
    );
    fc.assert(
      fc.property(arbitraryAssessment, fc.nat(), valued, valued, ({ tree, claims }, pick, one, other) => {
        const ids = criteriaOf(tree);
        const id = ids[pick % Math.max(1, ids.length)];
        fc.pre(id !== undefined);
        const [worse, better] = rank(one) <= rank(other) ? [one, other] : [other, one];
        const before = allScores(
          score({ tree, claims: { ...claims, answers: new Map(claims.answers).set(id, worse) } }),
        );
        const after = allScores(
          score({ tree, claims: { ...claims, answers: new Map(claims.answers).set(id, better) } }),
        );
        for (const [name, item] of before) expectAtLeast(tree, after.get(name), item);
      }),
      RUNS,
    );
  });

  it("keeps every resolution of the unknowns, not applicable included, between low and high", () => {
    const arbitrary = arbitraryAssessment.chain(({ tree, claims }) => {
      const unknown = criteriaOf(tree).filter((id) => (claims.answers.get(id)?.status ?? "unknown") === "unknown");
      const resolution = fc.array(
        arbitraryAnswer.filter(({ status }) => status !== "unknown"),
        {
          minLength: unknown.length,
          maxLength: unknown.length,
        },
      );
      const resolve = (answers: readonly Answer[]) => {
        const resolved = new Map(claims.answers);
        for (const [i, id] of unknown.entries()) resolved.set(id, answers[i] ?? { status: "not-met" });
        return { tree, claims, resolved: { ...claims, answers: resolved } };
      };
      return resolution.map(resolve);
    });
    fc.assert(
      fc.property(arbitrary, ({ tree, claims, resolved }) => {
        const band = allScores(score({ tree, claims }));
        for (const [name, item] of allScores(score({ tree, claims: resolved }))) {
          const bounds = band.get(name);
          expect(bounds, name).toBeDefined();
          if (!bounds) continue;
          expect(item.low).toBeGreaterThanOrEqual(bounds.low - NEAR);
          expect(item.low).toBeLessThanOrEqual(bounds.high + NEAR);
          expect(stageNumber(tree, item.stage)).toBeGreaterThanOrEqual(stageNumber(tree, bounds.stage));
          expect(stageNumber(tree, item.stage)).toBeLessThanOrEqual(stageNumber(tree, bounds.stageHigh));
        }
      }),
      MANY_RUNS,
    );
  });

  it("treats an accepted not applicable as if the criterion weren't there", () => {
    fc.assert(
      fc.property(arbitraryAssessment, ({ tree, claims }) => {
        const answers = new Map(
          [...claims.answers].map(([id, answer]) => [
            id,
            answer.status === "not-applicable" ? { ...answer, accepted: true } : answer,
          ]),
        );
        const gone = (id: string) => answers.get(id)?.status === "not-applicable";
        // "Counts at j" is a property of the content, so the topic's lowest stage must survive the deletion.
        const pruned: ModelTree = {
          ...tree,
          pillars: tree.pillars.map((pillar) => ({
            ...pillar,
            topics: pillar.topics.map((topic) => ({
              ...topic,
              criteria: topic.criteria.filter(({ id }) => !gone(id)),
            })),
          })),
        };
        const lowest = (t: ModelTree) =>
          t.pillars.map((p) => p.topics.map((x) => Math.min(...x.criteria.map((c) => stageNumber(t, c.stage)))));
        const sameReach = lowest(tree).every((topics, p) =>
          topics.every((stage, t) => [stage, Number.POSITIVE_INFINITY].includes(lowest(pruned)[p]?.[t] ?? -1)),
        );
        const kept = allScores(score({ tree, claims: { ...claims, answers } }));
        const deleted = allScores(score({ tree: pruned, claims: { ...claims, answers } }));
        expect([...kept.keys()].sort()).toEqual([...deleted.keys()].sort());
        for (const [name, item] of kept) {
          const other = deleted.get(name);
          for (const key of ["low", "high", "verified"] as const) expect(other?.[key]).toBeCloseTo(item[key], 9);
          if (sameReach) expect(other && pickScore(other).stage).toBe(item.stage);
        }
      }),
      RUNS,
    );
  });

  it("doesn't change when all weights are scaled", () => {
    const scaled = (tree: ModelTree, by: number): ModelTree => ({
      ...tree,
      pillars: tree.pillars.map((pillar) => ({
        ...pillar,
        weight: pillar.weight * by,
        topics: pillar.topics.map((topic) => ({
          ...topic,
          weight: topic.weight * by,
          criteria: topic.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * by })),
        })),
      })),
    });
    fc.assert(
      fc.property(arbitraryAssessment, fc.constantFrom(0.001, 0.3, 3, 1000), ({ tree, claims }, by) => {
        expectSameScores(score({ tree, claims }), score({ tree: scaled(tree, by), claims }));
      }),
      RUNS,
    );
  });

  it("doesn't depend on the order of answers, evidence, topics or criteria", () => {
    fc.assert(
      fc.property(arbitraryAssessment, ({ tree, claims }) => {
        const turned: Case = {
          tree: {
            ...tree,
            pillars: tree.pillars
              .map((pillar) => ({
                ...pillar,
                topics: pillar.topics.map((topic) => ({ ...topic, criteria: [...topic.criteria].reverse() })).reverse(),
              }))
              .reverse(),
          },
          claims: {
            ...claims,
            answers: new Map([...claims.answers].reverse()),
            evidence: [...claims.evidence].reverse(),
          },
        };
        expectSameScores(score({ tree, claims }), score(turned));
      }),
      RUNS,
    );
  });

  it("counts unaccepted or later evidence for nothing", () => {
    fc.assert(
      fc.property(
        arbitraryAssessment,
        arbitraryEvidence(""),
        fc.nat(),
        fc.boolean(),
        ({ tree, claims }, item, pick, late) => {
          const ids = criteriaOf(tree);
          const criterion = ids[pick % Math.max(1, ids.length)] ?? "";
          const idle = late ? { ...item, criterion, date: "2026-06-16" } : { ...item, criterion, accepted: false };
          const more = { ...claims, evidence: [...claims.evidence, idle] };
          expect(score({ tree, claims: more })).toEqual(score({ tree, claims }));
        },
      ),
      RUNS,
    );
  });

  it("lets the verified score fall, never rise, while evidence ages and nothing new is dated", () => {
    // A measured support that is below the claim stops holding it down when it expires; by the definition that may raise.
    const past = arbitraryAssessment.map(({ tree, claims }) => ({
      tree,
      claims: {
        ...claims,
        evidence: claims.evidence.filter(
          (item) => item.date <= AS_OF && !(item.verdict === "supports" && item.coverage !== undefined && item.expires),
        ),
      },
    }));
    fc.assert(
      fc.property(past, fc.constantFrom("2026-06-16", "2026-09-01", "2027-01-01"), ({ tree, claims }, later) => {
        const now = allScores(score({ tree, claims }));
        for (const [name, item] of allScores(score({ tree, claims: { ...claims, asOf: later } }))) {
          expect(item.verified).toBeLessThanOrEqual((now.get(name)?.verified ?? 0) + NEAR);
          expect(item.low).toBe(now.get(name)?.low);
        }
      }),
      RUNS,
    );
  });
});

function expectAtLeast(tree: ModelTree, better: Score | undefined, worse: Score): void {
  expect(better).toBeDefined();
  if (!better) return;
  for (const key of ["low", "high", "verified"] as const) expect(better[key]).toBeGreaterThanOrEqual(worse[key] - NEAR);
  for (const key of ["stage", "stageHigh", "stageVerified"] as const) {
    expect(stageNumber(tree, better[key])).toBeGreaterThanOrEqual(stageNumber(tree, worse[key]));
  }
}
