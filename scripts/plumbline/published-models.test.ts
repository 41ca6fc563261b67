import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkModel } from "../../lib/core/content/check-model";
import { modelSchema } from "../../lib/core/content/model-schema";
import { parseYaml } from "../../lib/core/content/parse-yaml";
import { countCriteria, type ResolvedModel } from "../../lib/core/content/resolve-model";
import { compileModel, type ModelTree } from "../../lib/core/scoring/compile-model";
import { scoreAssessment } from "../../lib/core/scoring/score";
import type { AssessmentScore, Claims, Score } from "../../lib/core/scoring/types";
import { findModel, modelsOf } from "../../lib/server/content/find-model";
import { listModels } from "../../lib/server/content/load-models";
import { loadFrameworks } from "../../lib/server/content/load-questionnaires";
import { readContent } from "../../lib/server/content/read-content";
import { randomAnswer, randomClaims, randomFrom } from "../../tests/support/random-claims";
import { slowModel } from "../../tests/support/slow-model";
import { slowScore } from "../../tests/support/slow-score";
import { findVersion } from "./load-content";

const questionnaire = await readContent("zero-trust", findVersion("zero-trust", undefined));
const frameworks = loadFrameworks();
const models = modelsOf(questionnaire).map((id) => {
  const model = findModel(id, questionnaire);
  if (!model) throw new Error(`no model ${id}`);
  return model;
});
const named = models.map((model) => [model.id, model] as const);

const ASSESSMENTS = 400; // of 458 criteria, in four models, three measures each
const RESOLUTIONS = 600;
const NEAR = 1e-9;

describe("the published models", { timeout: 120_000 }, () => {
  it("are the four, and each holds criteria", () => {
    expect(models.map(({ id }) => id)).toEqual(["zero-trust", "cisa-ztmm", "dod-zero-trust", "nist-800-207"]);
    for (const model of models) expect(countCriteria(model)).toBeGreaterThan(300);
  });

  it.each(listModels())("%s passes the check: every id of its framework has its place", (id) => {
    const file = `questionnaires/models/${id}/1.0.0/model.yaml`;
    const { value, problems, place } = parseYaml(file, readFileSync(file, "utf8"), modelSchema);
    expect(problems).toEqual([]);
    expect(value && checkModel(file, value, frameworks, place)).toEqual([]);
  });

  it("have the frameworks' own shape", () => {
    const shape = (id: string) =>
      models.find((model) => model.id === id)?.pillars.map((pillar) => [pillar.id, pillar.topics.length]);
    expect(shape("cisa-ztmm")).toEqual([
      ["identity", 7],
      ["devices", 7],
      ["networks", 7],
      ["apps", 8],
      ["data", 8],
      ["cross", 3],
    ]);
    expect(shape("dod-zero-trust")?.map(([, topics]) => topics)).toEqual([9, 7, 5, 7, 4, 7, 6]);
    expect(shape("nist-800-207")).toEqual([["tenets", 7]]);
  });

  it("leave no function, capability or tenet without a criterion, at no stage that the framework has", () => {
    const empty = models.flatMap((model) =>
      model.pillars.flatMap(({ topics }) =>
        topics.flatMap((topic) =>
          model.stages
            .slice(1)
            .filter(({ id }) => !topic.criteria.some(({ stage }) => stage === id))
            .map(({ id }) => `${model.id} ${topic.id} ${id}`),
        ),
      ),
    );
    // The strategy itself has no such activities there.
    const none = [
      "1.1",
      "1.7",
      "2.5",
      "2.6",
      "3.1",
      "3.3",
      "4.1",
      "4.2",
      "5.1",
      "5.3",
      "6.3",
      "6.6",
      "7.1",
      "7.3",
      "7.5",
    ]
      .map((id) => `${id} advanced`)
      .concat("3.5 target", "6.4 target", "7.6 target")
      .map((rest) => `dod-zero-trust ${rest}`);
    expect(empty.sort()).toEqual(none.sort());
  });

  it.each(named)("%s has the tree that the framework's own list gives", (id, model) => {
    const places = (tree: ModelTree) =>
      tree.pillars.map(({ weight, topics }) => ({
        weight,
        topics: topics.map((topic) => ({
          ...{ id: topic.id, weight: topic.weight, gate: topic.gate },
          criteria: topic.criteria
            .map((each) => `${each.stage} ${each.id} ${each.weight} ${topic.condition ?? each.condition ?? ""}`)
            .sort(),
        })),
      }));
    const slow = slowModel(id, questionnaire, frameworks);
    expect(places(model)).toEqual(places(slow));
    expect(model.threshold).toBe(slow.threshold);
    expect(model.stages.map((stage) => stage.id)).toEqual(slow.stages.map((stage) => stage.id));
  });

  it.each(named)("%s: scores agree with the definition written a second time", (id, model) => {
    const slow = slowModel(id, questionnaire, frameworks);
    const compiled = compileModel(model);
    for (let seed = 1; seed <= ASSESSMENTS; seed++) {
      expectAgreement(model, slow, scoreAssessment(compiled, claimsOf(seed)), claimsOf(seed), seed);
    }
  });

  it.each(named)("%s: the band contains every resolution of the unknowns that is tried", (_, model) => {
    const compiled = compileModel(model);
    for (let seed = 1; seed <= RESOLUTIONS; seed++) {
      const claims = claimsOf(seed);
      const band = namedScores(scoreAssessment(compiled, claims));
      const resolved = resolve(claims, randomFrom(seed * 7919));
      for (const [name, score] of namedScores(scoreAssessment(compiled, resolved))) {
        const within = band.get(name);
        const stages = within && [within.stage, score.stage, within.stageHigh].map((each) => numberOf(model, each));
        const [low = 0, stage = 0, high = 0] = stages ?? [];
        const levelHolds = within && score.low >= within.low - NEAR && score.low <= within.high + NEAR;
        // A matcher only where it fails, as a hundred thousand of them would cost more than the scores.
        if (!(levelHolds && low <= stage && stage <= high))
          expect({ seed, name, score }).toEqual({ seed, name, within });
      }
    }
  });

  it("leaves out in every model what the profile denies", () => {
    const denied = Object.fromEntries(questionnaire.profile.map(({ id }) => [id, false]));
    const conditional = new Set(
      questionnaire.pillars
        .flatMap(({ topics }) => topics.filter(({ condition }) => condition !== undefined))
        .flatMap(({ criteria }) => criteria.map(({ id }) => id)),
    );
    for (const model of models) {
      const all = new Set(
        model.pillars.flatMap(({ topics }) => topics.flatMap(({ criteria }) => criteria)).map(({ id }) => id),
      );
      const left = [...all].filter((id) => !conditional.has(id)).length;
      const claims = { answers: new Map(), evidence: [], profile: denied, asOf: "2026-06-15" };
      expect(scoreAssessment(compileModel(model), claims).inScope, model.id).toBe(left);
      expect(left).toBeLessThan(all.size);
    }
  });
});

const claimsBySeed = new Map<number, Claims>();

function claimsOf(seed: number): Claims {
  const claims = claimsBySeed.get(seed) ?? randomClaims(questionnaire, seed);
  claimsBySeed.set(seed, claims);
  return claims;
}

function resolve(claims: Claims, random: () => number): Claims {
  const answers = new Map(claims.answers);
  const good = random();
  for (const { criteria } of questionnaire.pillars.flatMap(({ topics }) => topics)) {
    for (const { id } of criteria) if (!answers.has(id)) answers.set(id, randomAnswer(random, good));
  }
  return { ...claims, answers };
}

function namedScores(score: AssessmentScore): Map<string, Score> {
  const all = new Map<string, Score>(score.overall ? [["overall", score.overall]] : []);
  for (const pillar of score.pillars) {
    all.set(`pillar ${pillar.id}`, pillar);
    for (const topic of pillar.topics) all.set(topic.id, topic);
  }
  return all;
}

function expectAgreement(model: ResolvedModel, slow: ModelTree, score: AssessmentScore, claims: Claims, seed: number) {
  // Pillars are matched by place: the framework's list numbers some that the model names.
  const nameOf = new Map(slow.pillars.map(({ id }, index) => [id, model.pillars[index]?.id]));
  const fast = namedScores(score);
  const low = slowScore(slow, claims, "low");
  for (const measure of ["low", "high", "verified"] as const) {
    const stageOf = { low: "stage", high: "stageHigh", verified: "stageVerified" } as const;
    const again = measure === "low" ? low : slowScore(slow, claims, measure);
    const expected = [
      ...(low.overall && again.overall ? [["overall", again.overall] as const] : []),
      ...[...again.pillars]
        .filter(([id]) => low.pillars.has(id))
        .map(([id, each]) => [`pillar ${nameOf.get(id)}`, each] as const),
      ...[...again.topics].filter(([id]) => low.topics.has(id)),
    ];
    expect(fast.size).toBe(expected.length);
    for (const [name, { level, stage }] of expected) {
      const mine = fast.get(name);
      const where = `${model.id} ${name} ${measure}, seed ${seed}`;
      // A matcher only where it fails: a hundred thousand of them would cost more than the scores.
      const same = mine && Math.abs(mine[measure] - level) < NEAR && numberOf(model, mine[stageOf[measure]]) === stage;
      if (!same)
        expect({ where, level: mine?.[measure], stage: mine?.[stageOf[measure]] }).toEqual({ where, level, stage });
    }
  }
}

function numberOf(model: ResolvedModel, stage: string): number {
  return model.stages.findIndex(({ id }) => id === stage) + 1;
}
