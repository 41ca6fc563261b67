import { provenanceWords } from "@/lib/core/words/provenance";
import type { DashboardState } from "@/lib/server/assessments/read-dashboard";

/** The line under the title of dashboard and explanations. */
export function provenanceOf({ assessment, approval }: DashboardState, day: string | undefined): string {
  const { state, questionnaire, version } = assessment;
  return provenanceWords({ now: new Date(), timeZone: "UTC", day, state, questionnaire, version, approval });
}
