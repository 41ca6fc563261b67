import type { ProjectedPoint } from "../charts/types";
import type { Questionnaire } from "../content/types";
import type { State } from "../scoring/change";
import type { Model } from "../scoring/compile-model";
import type { Answer, Claims, Score } from "../scoring/types";
import type { DashboardLinks } from "./addresses";

/** Target level in [1, n] by pillar id, why it is that one, and the day YYYY-MM-DD by which. */
export type DashboardTarget = Readonly<{
  pillars: Readonly<Record<string, number>>;
  reasons?: Readonly<Record<string, string>>;
  by?: string;
}>;

/** A snapshot's scores as they were computed when it was taken; `day` is the one whose evidence was judged. */
export type PastScore = Readonly<{
  id: string;
  day: string;
  label: string;
  overall: Score | null;
  pillars: ReadonlyMap<string, Score>;
}>;

/** Everything that the dashboard's words, rows and figures are computed from. */
export type DashboardInput = Readonly<{
  questionnaire: Questionnaire;
  model: Model;
  claims: Claims;
  /** Day YYYY-MM-DD on which the answers are as they are; `claims.asOf` may be another. */
  today: string;
  target: DashboardTarget;
  /** Oldest first; none later than `claims.asOf`. */
  snapshots: readonly PastScore[];
  /** The one of them that is compared with, what was answered then, and what should have been as was found out since. */
  against: Readonly<{ past: PastScore; state: State; corrected?: ReadonlyMap<string, Answer> }> | null;
  /** What the plan leads to, from the as-of day on; absent without a plan. */
  projection?: readonly ProjectedPoint[];
  links: DashboardLinks;
}>;
