import { provenanceWords } from "@/lib/core/words/provenance";
import type { DashboardState } from "@/lib/server/assessments/read-dashboard";

/** What is told of where figures come from. */
type Shown = Readonly<{
  assessment: Pick<DashboardState["assessment"], "name" | "scope" | "state" | "questionnaire" | "version">;
  approval?: DashboardState["approval"];
}>;

/** The line under the title of dashboard and explanations. */
export function provenanceOf({ assessment, approval }: Shown, day: string | undefined): string {
  const { state, questionnaire, version } = assessment;
  return provenanceWords({ now: new Date(), timeZone: "UTC", day, state, questionnaire, version, approval });
}

/** Where a chart comes from, for the file that it is saved as: whose, of what, as of when, in which state. */
export function chartSource(state: Shown, organization: string, day?: string): string {
  const { name, scope, state: progress } = state.assessment;
  const draft = progress === "approved" ? [] : ["Draft"];
  return [organization, `${name}, ${scope}`, provenanceOf(state, day), ...draft].join(" · ");
}
