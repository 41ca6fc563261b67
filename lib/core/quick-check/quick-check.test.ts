import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { compileModel } from "../scoring/compile-model";
import { scoreAssessment } from "../scoring/score";
import { quickCheckTree } from "../scoring/score-subset";
import { firstMoves } from "./first-moves";
import { fittingPicks, readKept } from "./kept-check";
import { pickedAnswers } from "./picked-answers";
import { quickCheckData } from "./quick-check-data";
import { quickResult } from "./quick-result";

const QUESTIONNAIRE = {
  ...SMALL_QUESTIONNAIRE,
  quickCheck: ["identity.sign-in", "network.segments"],
  initiatives: [
    initiative("identity.basics", ["identity.sign-in.second-factor", "identity.sign-in.no-legacy"], [], 40),
    initiative("identity.passwordless", ["identity.sign-in.no-passwords"], ["identity.basics"], 10),
    initiative("network.zones", ["network.segments.zones"], [], 20),
    initiative("identity.elsewhere", ["identity.reviews.yearly"], [], 1),
  ],
};
const DATA = quickCheckData(QUESTIONNAIRE);

describe("quickCheckData", () => {
  it("sends the topics that are asked and the work that moves them, and no other", () => {
    expect(DATA.pillars.flatMap(({ topics }) => topics.map(({ id }) => id))).toEqual([
      "identity.sign-in",
      "network.segments",
    ]);
    expect(DATA.initiatives.map(({ id }) => id)).toEqual(["identity.basics", "identity.passwordless", "network.zones"]);
    expect(DATA.whole).toEqual({ topics: 3, criteria: 7 });
    expect(JSON.stringify(DATA)).not.toContain("Statement of");
  });
});

describe("quickResult", () => {
  // Two pillars of one gate each: identity 1 + 1 + 0 (up to 3), network 1.
  it("scores picks as a tree of their own", () => {
    const result = quickResult(DATA, { "identity.sign-in": "advanced", "network.segments": "traditional" });
    expect(result?.overall).toMatchObject({ low: 1.5, high: 2, verified: 1, stage: { name: "traditional" } });
    expect(result?.pillars.map(({ low, high, stage }) => [low, high, stage.name])).toEqual([
      [2, 3, "advanced"],
      [1, 1, "traditional"],
    ]);
    expect(result?.pillars[1]?.reason).toContain("gate network.segments is short");
    expect([result?.answered, result?.inScope]).toEqual([3, 5]);
  });

  it("leaves what isn't known to the band", () => {
    expect(quickResult(DATA, { "identity.sign-in": "unknown" })?.overall).toMatchObject({ low: 1, high: 3 });
    expect(quickResult(DATA, {})).toMatchObject({ answered: 0, overall: { low: 1, high: 3 } });
  });

  it("agrees with the scoring of the whole tree for any picks", () => {
    const tree = quickCheckTree(QUESTIONNAIRE);
    const model = compileModel(tree);
    const pick = fc.constantFrom("traditional", "advanced", "optimal", "unknown");
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...QUESTIONNAIRE.quickCheck), pick), (picks) => {
        const topics = QUESTIONNAIRE.pillars.flatMap((pillar) => pillar.topics);
        const answers = pickedAnswers(
          topics.filter(({ id }) => id in picks),
          QUESTIONNAIRE.stages,
          picks,
        );
        const score = scoreAssessment(model, { answers, evidence: [], profile: {}, asOf: "2026-01-01" });
        const { low, high, verified } = score.overall ?? {};
        expect(quickResult(DATA, picks)?.overall).toMatchObject({ low, high, verified });
      }),
    );
  });
});

describe("firstMoves", () => {
  const claims = { answers: new Map(), evidence: [], profile: {}, asOf: "2026-01-01" };
  const model = compileModel(DATA);

  it("begins with the largest gain, and keeps the order of work", () => {
    // Basics lift identity by 1 (0.5 overall), zones the network by 1; equal, so the shorter first.
    const moves = firstMoves(model, claims, DATA.initiatives, { limit: 3 });
    expect(moves.map(({ initiative: { id }, gain, level }) => [id, gain, level])).toEqual([
      ["network.zones", 0.5, 1.5],
      ["identity.basics", 0.5, 2],
      ["identity.passwordless", 0.5, 2.5],
    ]);
  });

  it("names no work that brings nothing", () => {
    const done = pickedAnswers(
      DATA.pillars.flatMap(({ topics }) => topics),
      DATA.stages,
      { "identity.sign-in": "optimal", "network.segments": "advanced" },
    );
    expect(firstMoves(model, { ...claims, answers: done }, DATA.initiatives, { limit: 3 })).toEqual([]);
  });
});

describe("what a browser keeps", () => {
  it("is read back, and anything else is nothing", () => {
    const kept = { day: "2026-11-28", picks: { "identity.sign-in": "advanced" } };
    expect(readKept(JSON.stringify(kept))).toEqual(kept);
    for (const text of [
      null,
      "",
      "{",
      "[]",
      "null",
      '{"day":"x","picks":{"a":"b"}}',
      '{"day":"2026-11-28","picks":{}}',
    ]) {
      expect(readKept(text)).toBeNull();
    }
  });

  it("fits a questionnaire that moved on", () => {
    const picks = { "identity.sign-in": "advanced", "identity.gone": "advanced", "network.segments": "splendid" };
    const asked = { topics: QUESTIONNAIRE.quickCheck, stages: ["traditional", "advanced", "optimal", "unknown"] };
    expect(fittingPicks(picks, asked)).toEqual({ "identity.sign-in": "advanced" });
  });
});

describe("the published quick check", () => {
  it("has 18 topics, three a pillar", () => {
    const text = readFileSync(join(process.cwd(), "questionnaires/zero-trust/1.0.0/questionnaire.yaml"), "utf8");
    const topics = [...text.slice(text.indexOf("quickCheck:")).matchAll(/- (\w+)\./g)].map(([, pillar]) => pillar);
    expect(topics).toHaveLength(18);
    for (const pillar of new Set(topics)) expect(topics.filter((one) => one === pillar)).toHaveLength(3);
  });
});

function initiative(id: string, delivers: string[], prerequisites: string[], likely: number) {
  return {
    id,
    title: id,
    outcome: "Done.",
    delivers,
    prerequisites,
    effort: { low: likely, likely, high: likely, scalesWith: "nothing" as const, fixedShare: 1 },
    weeks: 4,
    owner: "Somebody",
    steps: ["One", "Two", "Three"],
    risk: "None.",
    undo: "Undo it.",
  };
}
