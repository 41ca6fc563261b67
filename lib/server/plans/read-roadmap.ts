import type { Questionnaire } from "../../core/content/types";
import { findWork } from "../../core/planning/open-work";
import type { CriterionWords, RoadmapData } from "../../core/planning/roadmap-data";
import type { ModelTree } from "../../core/scoring/compile-model";
import { readValues } from "../../core/scoring/read-values";
import type { Actor } from "../access/roles";
import type { AssessmentState } from "../assessments/read-assessment";
import { today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { type Results, readResults } from "../reviews/read-results";
import { knownItems, readPlan, type StoredPlan } from "./read-plan";

/** The roadmap's page: its data, and where it comes from. */
export type RoadmapPage = Readonly<{ data: RoadmapData; state: Results; plan: StoredPlan }>;

/** Reads an assessment and its plan for the roadmap's page. @throws Problem not-found */
export async function readRoadmap(db: ScopedDb, actor: Actor, slug: string): Promise<RoadmapPage> {
  const state = await readResults(db, actor, slug);
  const plan = await readPlan(db, state.assessment);
  return { state, plan, data: roadmapData(state, plan) };
}

function roadmapData(
  { stored, claims, target, sizes }: AssessmentState,
  { settings, ...plan }: StoredPlan,
): RoadmapData {
  const { questionnaire, model } = stored;
  const items = knownItems(questionnaire, plan.items);
  const work = findWork(questionnaire.initiatives, { model, values: readValues(model, claims), sizes });
  const decided = new Set(items.map(({ initiative }) => initiative));
  const initiatives = questionnaire.initiatives.filter(
    ({ id }) => decided.has(id) || (work.get(id)?.opens.length ?? 0) > 0,
  );
  return {
    tree: treeOf(questionnaire),
    answers: [...claims.answers],
    profile: claims.profile,
    sizes,
    targets: target.pillars,
    by: target.by,
    stages: questionnaire.stages.map(({ id, title }) => ({ id, title })),
    pillars: questionnaire.pillars.map(({ id, title }) => ({ id, title })),
    initiatives,
    otherTitles: Object.fromEntries(
      questionnaire.initiatives
        .filter((initiative) => !initiatives.includes(initiative))
        .map(({ id, title }) => [id, title]),
    ),
    criteria: wordsOf(questionnaire, new Set(initiatives.flatMap(({ delivers }) => delivers))),
    settings,
    items,
    today: today(),
  };
}

/** The model without a questionnaire's words, which are twenty times as much. */
function treeOf({ threshold, stages, pillars }: Questionnaire): ModelTree {
  return {
    threshold,
    stages: stages.map(({ id }) => ({ id })),
    pillars: pillars.map(({ id, weight, topics }) => ({
      id,
      weight,
      topics: topics.map(({ id, weight, gate, condition, criteria }) => ({
        id,
        weight,
        gate,
        condition,
        criteria: criteria.map(({ id, stage, weight }) => ({ id, stage, weight })),
      })),
    })),
  };
}

function wordsOf({ pillars }: Questionnaire, wanted: ReadonlySet<string>): Readonly<Record<string, CriterionWords>> {
  const words: Record<string, CriterionWords> = {};
  for (const topic of pillars.flatMap(({ topics }) => topics)) {
    for (const { id, statement, stage } of topic.criteria) {
      if (wanted.has(id)) words[id] = { statement, stage, topic: topic.id, topicTitle: topic.title };
    }
  }
  return words;
}
