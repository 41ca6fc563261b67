import type { ControlCoverage, FrameworkCoverage } from "./framework-coverage";

/** One capability of the DoD strategy by its activities. */
export type CapabilityShare = Readonly<{
  id: string;
  title: string;
  activities: number;
  /** Activities with a criterion that applies; share = met ÷ asked, null where none is asked. */
  asked: number;
  met: number;
  share: number | null;
  /** Activities that no criterion speaks of. */
  notAsked: readonly string[];
  /** Target activities that are not met, with the criteria that stand between. */
  missingForTarget: readonly MissingActivity[];
}>;

export type MissingActivity = Readonly<{ id: string; title: string; criteria: readonly string[] }>;

/** Share of activities met per capability, and what is missing for target; from the coverage of the strategy's activities. */
export function dodCapabilities(coverage: FrameworkCoverage): readonly CapabilityShare[] {
  return coverage.groups.map(({ id, title, controls }) => {
    const asked = controls.filter(isAsked);
    const met = asked.filter(({ state }) => state === "met").length;
    return {
      id,
      title,
      activities: controls.length,
      asked: asked.length,
      met,
      share: asked.length === 0 ? null : met / asked.length,
      notAsked: controls.filter(({ state }) => state === "untouched").map((control) => control.id),
      missingForTarget: asked
        .filter(({ level, state }) => level === "target" && state !== "met")
        .map((control) => ({
          id: control.id,
          title: control.title,
          criteria: control.of.filter(({ state }) => OPEN.has(state)).map(({ criterion }) => criterion),
        })),
    };
  });
}

const OPEN: ReadonlySet<string> = new Set(["partly", "not-met", "unknown"]);

function isAsked({ state }: ControlCoverage): boolean {
  return state !== "untouched" && state !== "not-applicable" && state !== "out-of-scope";
}
