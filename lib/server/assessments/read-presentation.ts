import type { StoredException } from "../../core/dashboard/slides/accepted-risk";
import { planRoadmap } from "../../core/planning/plan-roadmap";
import type { RoadmapPlan } from "../../core/planning/types";
import type { Actor } from "../access/roles";
import { planInstance, readPlan } from "../plans/read-plan";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { type DashboardState, readDashboard } from "./read-dashboard";

/** An assessment with its plan and its accepted risk: all that a presentation is written from. */
export type PresentationState = DashboardState &
  Readonly<{ plan: RoadmapPlan | null; exceptions: readonly StoredException[] }>;

/**
 * Reads what a presentation is written from. The plan is the one that somebody saved; null where nobody has.
 * @throws Problem not-found
 */
export async function readPresentation(
  db: ScopedDb,
  actor: Actor,
  ask: Parameters<typeof readDashboard>[2],
): Promise<PresentationState> {
  const state = await readDashboard(db, actor, ask);
  const { organizationId, id: assessmentId } = state.assessment;
  const stored = await readPlan(db, state.assessment);
  const rows = await db.exception.findMany({ where: { organizationId, assessmentId } });
  return {
    ...state,
    plan: stored.changed ? planRoadmap(planInstance(state, stored)) : null,
    exceptions: rows.map(({ criterion, owner, reason, risk, expires }) => ({
      criterion,
      owner,
      reason,
      risk,
      expires: isoDay(expires),
    })),
  };
}
