/** What an explanation explains. */
export type ExplainTarget =
  | Readonly<{ of: "overall" | "pace" }>
  | Readonly<{ of: "pillar" | "topic" | "criterion" | "principle" | "driver"; id: string }>;

/** What of a dashboard its address holds, beside whose it is. Days are YYYY-MM-DD. */
export type DashboardView = Readonly<{
  /** Evidence is judged on this day instead of today. */
  asOf?: string;
  /** Id of the snapshot that is compared with, instead of the last one. */
  against?: string;
}>;

/** Two dates: ids of snapshots, or "now"; whether the claimed or the verified level is compared. */
export type DatesView = Readonly<{ from?: string; to?: string; measure?: "verified"; open?: "all" }>;

/** Addresses from a dashboard onward; each keeps the view. */
export type DashboardLinks = Readonly<{
  dashboard: (change?: DashboardView) => string;
  explain: (what: ExplainTarget) => string;
  /** What changed between two dates; "now" with its evidence as of the view's day. */
  dates: (between: DatesView) => string;
  present: string;
  /** The walk, at a topic where one is given by its id ("network.segmentation"). */
  walk: (topic?: string) => string;
  reports: string;
  settings: string;
}>;

const KINDS = ["pillar", "topic", "criterion", "principle", "driver"] as const;

/** @param base address of the assessment: "/northwind/assessments/2026" */
export function dashboardLinks(base: string, view: DashboardView = {}): DashboardLinks {
  const at = (path: string, { asOf, against }: DashboardView = view) => {
    const query = new URLSearchParams({ ...(asOf ? { asOf } : {}), ...(against ? { against } : {}) }).toString();
    return query ? `${path}?${query}` : path;
  };
  return {
    dashboard: (change) => at(`${base}/dashboard`, change ? { ...view, ...change } : view),
    explain: (what) => at(`${base}/dashboard/explain/${"id" in what ? `${what.of}/${what.id}` : what.of}`),
    dates: (between) => {
      const asked = Object.entries({ ...between, ...(view.asOf && { asOf: view.asOf }) }).filter(
        ([, value]) => value !== undefined,
      );
      const query = new URLSearchParams(asked).toString();
      return `${base}/dashboard/dates${query ? `?${query}` : ""}`;
    },
    present: at(`${base}/dashboard/present`),
    walk: (topic) => (topic ? `${base}/walk/${topic.replace(".", "/")}` : `${base}/walk`),
    reports: `${base}/reports`,
    settings: `${base}/settings`,
  };
}

/** Reads the part of an address after "explain/"; null where it names nothing that can be explained. */
export function readExplainTarget(segments: readonly string[]): ExplainTarget | null {
  const [first, id, ...rest] = segments;
  if ((first === "overall" || first === "pace") && id === undefined) return { of: first };
  const kind = KINDS.find((candidate) => candidate === first);
  return kind && id !== undefined && rest.length === 0 ? { of: kind, id } : null;
}
