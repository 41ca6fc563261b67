import { createHash } from "node:crypto";
import type { ProjectedPoint } from "../../core/charts/types";
import { planProjection } from "../../core/dashboard/plan-projection";
import { planRoadmap } from "../../core/planning/plan-roadmap";
import type { AssessmentState } from "../assessments/read-assessment";
import { today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { planInstance, readPlan, type StoredPlan } from "./read-plan";

/** Planning takes twice the time of all else on a dashboard (measured), so the last plans' levels are kept by what they were made from. */
const known = new Map<string, readonly ProjectedPoint[]>();
const MOST_KNOWN = 200;

/** Where the plan that somebody saved leads the level; empty where nobody has, and for another day than today. */
export async function readProjection(db: ScopedDb, state: AssessmentState): Promise<readonly ProjectedPoint[]> {
  if (state.claims.asOf !== today()) return [];
  const plan = await readPlan(db, state.assessment);
  if (!plan.changed) return [];
  const key = keyOf(state, plan);
  const points = known.get(key) ?? planProjection(planRoadmap(planInstance(state, plan)), today());
  known.delete(key);
  known.set(key, points);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return points;
}

/** Everything that a plan depends on; an answer counts by its version, and a plan knows no evidence. */
function keyOf({ assessment, answerRows, stored, target, sizes }: AssessmentState, plan: StoredPlan): string {
  const { organizationId, id, profile } = assessment;
  const answers = [...answerRows.values()].map(({ criterion, version }) => `${criterion} ${version}`).sort();
  const parts = [organizationId, id, stored.hash, profile, target, sizes, plan.settings, plan.items, today(), answers];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64");
}
