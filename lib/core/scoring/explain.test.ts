import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryAssessment } from "../../../tests/support/arbitrary-assessment";
import { smallClaims, smallTree } from "../../../tests/support/small-model";
import { askNext } from "./ask-next";
import { compileModel, type ModelTree } from "./compile-model";
import { explainOpen, whatHoldsBack } from "./explain";
import { explainStages } from "./explain-stage";
import { scoreAssessment } from "./score";
import type { Answer, Claims } from "./types";

const withAnswer = (claims: Claims, id: string, answer: Answer): Claims => ({
  ...claims,
  answers: new Map(claims.answers).set(id, answer),
});
const MET: Answer = { status: "met" };
const NOT_MET: Answer = { status: "not-met" };

const LARGE: ModelTree = {
  threshold: 0.8,
  stages: [{ id: "traditional" }, { id: "advanced" }, { id: "optimal" }],
  pillars: Array.from({ length: 6 }, (_, p) => ({
    id: `p${p}`,
    weight: 1,
    topics: Array.from({ length: 12 }, (_, t) => ({
      id: `p${p}.t${t}`,
      weight: 1 + (t % 3),
      gate: t < 2,
      criteria: Array.from({ length: 5 }, (_, c) => ({
        id: `p${p}.t${t}.c${c}`,
        stage: c < 3 ? "advanced" : "optimal",
        weight: 1,
      })),
    })),
  })),
};

describe("explainOpen", () => {
  it("states what scoring the changed answers gives", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryAssessment, ({ tree, claims }) => {
        const model = compileModel(tree);
        const before = scoreAssessment(model, claims);
        for (const open of explainOpen(model, claims)) {
          const after = scoreAssessment(model, withAnswer(claims, open.criterion, MET));
          const pillars = [before, after].map((score) => score.pillars.find(({ id }) => id === open.pillar));
          const topics = pillars.map((pillar) => pillar?.topics.find(({ id }) => id === open.topic));
          expect(open.gain.overall).toBeCloseTo((after.overall?.low ?? 0) - (before.overall?.low ?? 0), 9);
          expect(open.gain.pillar).toBeCloseTo((pillars[1]?.low ?? 0) - (pillars[0]?.low ?? 0), 9);
          expect(open.gain.topic).toBeCloseTo((topics[1]?.low ?? 0) - (topics[0]?.low ?? 0), 9);
          const changes = [
            { of: "topic", id: open.topic, from: topics[0]?.stage, to: topics[1]?.stage },
            { of: "pillar", id: open.pillar, from: pillars[0]?.stage, to: pillars[1]?.stage },
            { of: "overall", id: null, from: before.overall?.stage, to: after.overall?.stage },
          ];
          expect(open.unlocks).toEqual(changes.filter(({ from, to }) => from !== to));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out what is met, not applicable or out of scope", () => {
    const tree = smallTree({
      pillars: {
        p: {
          topics: {
            t: { criteria: { advanced: { met: 1, na: 1, part: 1, silent: 1 } } },
            u: { condition: "offices", criteria: { advanced: { away: 1 } } },
          },
        },
      },
    });
    const claims = smallClaims({ met: "met", na: "na?", part: 0.5 }, { profile: { offices: false } });
    const open = explainOpen(compileModel(tree), claims);
    expect(open.map(({ criterion, value, unknown }) => [criterion, value, unknown])).toEqual([
      ["part", 0.5, false],
      ["silent", 0, true],
    ]);
  });

  it("explains 360 criteria in less than 50 ms", () => {
    const model = compileModel(LARGE);
    const claims = smallClaims({});
    explainOpen(model, claims);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(explainOpen(model, claims)).toHaveLength(360);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe("whatHoldsBack", () => {
  const tree = smallTree({
    pillars: {
      p: {
        topics: {
          gate: { gate: true, criteria: { advanced: { g1: 1, g2: 1 }, optimal: { g3: 1 } } },
          wide: { weight: 4, criteria: { advanced: { w1: 1 }, optimal: { w2: 1 } } },
        },
      },
    },
  });

  it("names the gate that is short with the criteria between, and what meeting them brings", () => {
    const claims = smallClaims({ g1: "met", g2: "not-met", g3: "not-met", w1: "met", w2: "not-met" });
    const { gates, gains } = whatHoldsBack(compileModel(tree), claims);
    // the gate rises from 1.5 to 2, with 1 of 5 of the weight
    expect(gates).toEqual([
      {
        topic: "gate",
        pillar: "p",
        stage: "traditional",
        needs: "advanced",
        open: ["g2"],
        gain: { topic: 0.5, pillar: expect.closeTo(0.1, 12), overall: expect.closeTo(0.1, 12) },
        unlocks: [
          { of: "topic", id: "gate", from: "traditional", to: "advanced" },
          { of: "pillar", id: "p", from: "traditional", to: "advanced" },
          { of: "overall", id: null, from: "traditional", to: "advanced" },
        ],
      },
    ]);
    // w2: 4/5 · 1; g2: 1/5 · 0.5; g3: 1/5 · 0.5
    expect(gains.map(({ criterion }) => criterion)).toEqual(["w2", "g2", "g3"]);
  });

  it("looks for the open criteria above where the needed stage borrows from there", () => {
    const claims = smallClaims({ g1: "na", g2: "na", g3: 0.5, w1: "met", w2: "met" });
    const [gate] = whatHoldsBack(compileModel(tree), claims).gates;
    expect(gate).toMatchObject({ topic: "gate", needs: "advanced", open: ["g3"] });
  });

  it("meeting all open criteria of a short gate always makes it reach the stage", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryAssessment, ({ tree: whole, claims }) => {
        const model = compileModel(whole);
        for (const gate of whatHoldsBack(model, claims).gates) {
          const met = gate.open.reduce((sum, id) => withAnswer(sum, id, MET), claims);
          const pillar = scoreAssessment(model, met).pillars.find(({ id }) => id === gate.pillar);
          const topic = pillar?.topics.find(({ id }) => id === gate.topic);
          expect(model.stages.indexOf(topic?.stage ?? "")).toBeGreaterThanOrEqual(model.stages.indexOf(gate.needs));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("askNext", () => {
  it("ranks unknowns by the mean narrowing that scoring both answers gives", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryAssessment, ({ tree, claims }) => {
        const model = compileModel(tree);
        const before = scoreAssessment(model, claims).overall;
        const questions = askNext(model, claims, { limit: 1000 });
        for (const question of questions) {
          const met = scoreAssessment(model, withAnswer(claims, question.criterion, MET)).overall;
          const not = scoreAssessment(model, withAnswer(claims, question.criterion, NOT_MET)).overall;
          const width = (score: typeof before) => (score ? score.high - score.low : 0);
          expect(question.ifMet).toBeCloseTo(width(before) - width(met), 9);
          expect(question.ifNotMet).toBeCloseTo(width(before) - width(not), 9);
        }
        const order = questions.map(({ narrows }) => narrows);
        expect(order).toEqual([...order].sort((a, b) => b - a));
      }),
      { numRuns: 500 },
    );
  });

  it("asks nothing when everything is answered", () => {
    const tree = smallTree({ pillars: { p: { topics: { t: { criteria: { advanced: { a: 1 } } } } } } });
    expect(askNext(compileModel(tree), smallClaims({ a: 0.3 }))).toEqual([]);
  });
});

describe("explainStages", () => {
  it("says which gates are short, and the share that reaches the next stage", () => {
    const tree = smallTree({
      pillars: {
        p: {
          topics: {
            gate: { gate: true, criteria: { advanced: { g: 1 } } },
            one: { weight: 3, criteria: { advanced: { o: 1 } } },
            two: { weight: 1, criteria: { advanced: { t: 1 } } },
          },
        },
      },
    });
    const claims = smallClaims({ g: 0.5, o: "met", t: "not-met" });
    expect(explainStages(compileModel(tree), claims)).toEqual([
      {
        pillar: "p",
        level: expect.closeTo((2 + 3 * 3 + 1) / 5, 12), // the gate: 1 + 0.5 + 0.5 · 1
        stage: "traditional",
        gates: 1,
        next: {
          stage: "advanced",
          judgedAt: "advanced",
          shortGates: [{ topic: "gate", stage: "traditional" }],
          below: [
            { topic: "gate", stage: "traditional" },
            { topic: "two", stage: "traditional" },
          ],
          topicsReached: 1,
          topicsCounting: 3,
          share: 0.6,
          needed: 0.8,
        },
      },
    ]);
  });

  it("gives the stages that scoring gives, and a next stage that really isn't reached", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryAssessment, fc.constantFrom("low", "high"), ({ tree, claims }, measure) => {
        const model = compileModel(tree);
        const score = scoreAssessment(model, claims);
        const reasons = explainStages(model, claims, measure);
        expect(reasons.map(({ pillar, stage }) => [pillar, stage])).toEqual(
          score.pillars.map((pillar) => [pillar.id, measure === "low" ? pillar.stage : pillar.stageHigh]),
        );
        for (const { next, stage } of reasons) {
          if (next === null) expect(stage).toBe(model.stages.at(-1));
          else expect(next.shortGates.length > 0 || next.share < next.needed).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
