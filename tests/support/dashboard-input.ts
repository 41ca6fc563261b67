import type { Questionnaire } from "../../lib/core/content/types";
import { dashboardLinks } from "../../lib/core/dashboard/addresses";
import type { DashboardInput, PastScore } from "../../lib/core/dashboard/dashboard-input";
import { compileModel } from "../../lib/core/scoring/compile-model";
import { scoreAssessment } from "../../lib/core/scoring/score";
import type { Claims } from "../../lib/core/scoring/types";

/** A dashboard's input over hand-made claims; `before` are claims of an earlier day, which become the snapshot compared with. */
export function dashboardInput(
  questionnaire: Questionnaire,
  claims: Claims,
  {
    before,
    target = { pillars: {} },
    projection,
    today = claims.asOf,
  }: Readonly<Partial<Pick<DashboardInput, "target" | "projection" | "today">> & { before?: Claims }> = {},
): DashboardInput {
  const model = compileModel(questionnaire);
  const past = before && pastScore(model, before);
  return {
    questionnaire,
    model,
    claims,
    today,
    target,
    projection,
    snapshots: past ? [past] : [],
    against: before && past ? { past, state: { model, claims: before } } : null,
    links: dashboardLinks("/org/assessments/round"),
  };
}

function pastScore(model: DashboardInput["model"], claims: Claims): PastScore {
  const score = scoreAssessment(model, claims);
  return {
    id: "before",
    day: claims.asOf,
    label: "First round",
    overall: score.overall,
    pillars: new Map(score.pillars.map((pillar) => [pillar.id, pillar])),
  };
}
