import { createHash } from "node:crypto";
import { type DashboardView, dashboardLinks } from "../../core/dashboard/addresses";
import { type Architecture, describeArchitecture } from "../../core/dashboard/architecture";
import type { PastScore } from "../../core/dashboard/dashboard-input";
import { type Dashboard, describeDashboard } from "../../core/dashboard/describe-dashboard";
import { type StartPillar, whereToStart } from "../../core/dashboard/where-to-start";
import type { Actor } from "../access/roles";
import { readProjection } from "../plans/read-projection";
import { today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { assessmentMark } from "./assessment-mark";
import { findAssessment } from "./find-assessment";
import { type DashboardState, readDashboard } from "./read-dashboard";

/** All that the dashboard's page shows: figures and words, without the answers behind them. */
export type DescribedDashboard = Readonly<{
  assessment: Pick<Assessment, "name" | "scope" | "state" | "questionnaire" | "version">;
  approval: DashboardState["approval"];
  snapshots: readonly PastScore[];
  /** Id of the snapshot that is compared with. */
  against?: string;
  /** Day YYYY-MM-DD by which the target is to be reached. */
  targetDay?: string;
  /** Null where nothing is in scope. */
  dashboard: Dashboard | null;
  architecture: Architecture;
  start: readonly StartPillar[];
}>;

/** `base` is the assessment's address, from which the dashboard's links are made. */
type Ask = Readonly<{ base: string; slug: string; view: DashboardView }>;

/** Dashboards are looked at far more often than answers change, and most of one is reading and describing (measured). */
const known = new Map<string, DescribedDashboard>();
const MOST_KNOWN = 100;

/**
 * Reads an assessment's dashboard, as the actor may see it; what was described before and has not changed since is not described again.
 * @throws Problem not-found
 */
export async function readDescribedDashboard(db: ScopedDb, actor: Actor, ask: Ask): Promise<DescribedDashboard> {
  const { base, slug, view } = ask;
  const assessment = await findAssessment(db, actor, slug);
  const { organizationId, id } = assessment;
  const parts = [organizationId, id, await assessmentMark(db, assessment), today(), base, view];
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("base64");
  const described = known.get(key) ?? (await compose(db, actor, ask));
  known.delete(key);
  known.set(key, described);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return described;
}

async function compose(db: ScopedDb, actor: Actor, { base, slug, view }: Ask): Promise<DescribedDashboard> {
  const state = await readDashboard(db, actor, { slug, ...view });
  const projection = await readProjection(db, state);
  const { questionnaire, model } = state.stored;
  const links = dashboardLinks(base, view);
  const dashboard = describeDashboard({ ...state, projection, questionnaire, model, links });
  const { name, scope, state: progress, version } = state.assessment;
  return {
    assessment: { name, scope, state: progress, questionnaire: state.assessment.questionnaire, version },
    approval: state.approval,
    snapshots: state.snapshots,
    against: state.against?.past.id,
    targetDay: state.target.by,
    dashboard,
    architecture: describeArchitecture(questionnaire.pillars, dashboard?.pillars ?? []),
    start: whereToStart(questionnaire, state.claims.profile, links),
  };
}
