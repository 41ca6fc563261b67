import type { ProjectedPoint } from "../../core/charts/types";
import { planProjection } from "../../core/dashboard/plan-projection";
import { planRoadmap } from "../../core/planning/plan-roadmap";
import type { AssessmentState } from "../assessments/read-assessment";
import { today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { planInstance, readPlan } from "./read-plan";

/** Where the plan that somebody saved leads the level; empty where nobody has, and for another day than today. */
export async function readProjection(db: ScopedDb, state: AssessmentState): Promise<readonly ProjectedPoint[]> {
  if (state.claims.asOf !== today()) return [];
  const plan = await readPlan(db, state.assessment);
  if (!plan.changed) return [];
  return planProjection(planRoadmap(planInstance(state, plan)), today());
}
