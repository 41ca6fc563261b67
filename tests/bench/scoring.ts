import type { Questionnaire } from "../../lib/core/content/types";
import { compileModel, type ModelTree } from "../../lib/core/scoring/compile-model";
import { scoreAssessment } from "../../lib/core/scoring/score";
import type { Answer, Claims } from "../../lib/core/scoring/types";
import { findModel, modelsOf } from "../../lib/server/content/find-model";
import { readContent } from "../../lib/server/content/read-content";
import { quantile } from "./support/load";
import { printFigures } from "./support/report";

const ASSESSMENTS = 1000;
const ROUNDS = 5;
const ALL_MODELS_LIMIT = 5; // ms, goal of the issue: all models of one assessment
const GROWTH_LIMIT = 12; // goal of the issue: ten times the criteria cost at most twelve times the time

/** Scoring a thousand answered assessments of the full questionnaire, and how the time grows with the criteria. */
export async function benchScoring(): Promise<boolean> {
  const questionnaire = await readContent("zero-trust", "1.0.0");
  const once = prepare(questionnaire);
  const tenfold = prepare(tenTimes(questionnaire));
  const models = modelsOf(questionnaire).map((id) => findModel(id, questionnaire) ?? questionnaire);
  const all = models.map((tree) => prepare(tree, questionnaire));
  run(once, 200);
  for (const each of all) run(each, 200);
  run(tenfold, 20);
  const small: number[] = [];
  const large: number[] = [];
  const everyModel: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    small.push(run(once, ASSESSMENTS));
    large.push(run(tenfold, ASSESSMENTS / 10));
    everyModel.push(all.reduce((sum, each) => sum + run(each, ASSESSMENTS / 2), 0));
  }
  const [each, eachOfTen] = [quantile(small, 0.5), quantile(large, 0.5)];
  return printFigures("Scoring", [
    { what: `one assessment of ${criteriaOf(questionnaire)} criteria, one core`, value: each, unit: "ms" },
    { what: "assessments a second and core", value: 1000 / each, unit: "" },
    {
      what: `one assessment in all ${models.length} models, one core`,
      value: quantile(everyModel, 0.5),
      unit: "ms",
      limit: ALL_MODELS_LIMIT,
    },
    { what: "ten times the criteria ÷ once", value: eachOfTen / each, unit: "×", limit: GROWTH_LIMIT },
  ]);
}

type Prepared = Readonly<{ model: ReturnType<typeof compileModel>; claims: readonly Claims[] }>;

/** @param asked the tree whose criteria are answered; the same one unless given */
function prepare(tree: ModelTree, asked: ModelTree = tree): Prepared {
  const ids = asked.pillars.flatMap((pillar) => pillar.topics.flatMap((topic) => topic.criteria.map(({ id }) => id)));
  // Several different assessments, so that nothing can be remembered from one to the next.
  const claims = Array.from({ length: 8 }, (_, seed) => ({
    answers: new Map(ids.map((id, index) => [id, answerFor(index * 7 + seed * 13)])),
    evidence: ids.slice(0, ids.length / 3).map((criterion, index) => ({
      criterion,
      title: "export",
      date: "2026-06-01",
      verdict: index % 9 === 0 ? ("contradicts" as const) : ("supports" as const),
      accepted: true,
    })),
    profile: {},
    asOf: "2026-11-24",
  }));
  return { model: compileModel(tree), claims };
}

function answerFor(n: number): Answer {
  switch (n % 5) {
    case 0:
      return { status: "met" };
    case 1:
      return { status: "partly", coverage: 0.1 + (n % 8) / 10 };
    case 2:
      return { status: "not-met" };
    case 3:
      return { status: "unknown" };
    default:
      return { status: "not-applicable", reason: "bench", accepted: true };
  }
}

/** Milliseconds of processor time per assessment: what one core costs, whatever else the machine does. */
function run({ model, claims }: Prepared, times: number): number {
  const began = process.cpuUsage();
  for (let i = 0; i < times; i++) {
    const next = claims[i % claims.length];
    if (next) scoreAssessment(model, next);
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / times;
}

/** Ten times the topics in each pillar. */
function tenTimes(questionnaire: Questionnaire): ModelTree {
  return {
    ...questionnaire,
    pillars: questionnaire.pillars.map((pillar) => ({
      ...pillar,
      topics: Array.from({ length: 10 }, (_, copy) =>
        pillar.topics.map((topic) => ({
          ...topic,
          id: `${topic.id}-${copy}`,
          criteria: topic.criteria.map((criterion) => ({ ...criterion, id: `${criterion.id}-${copy}` })),
        })),
      ).flat(),
    })),
  };
}

function criteriaOf(tree: ModelTree): number {
  return tree.pillars.reduce(
    (sum, pillar) => sum + pillar.topics.reduce((n, topic) => n + topic.criteria.length, 0),
    0,
  );
}
