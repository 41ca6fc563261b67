import type { Initiative } from "../content/types";
import type { Model } from "../scoring/compile-model";
import type { Claims } from "../scoring/types";
import type { Effort, Sizes } from "./effort";

/** What people said of an initiative. */
export type ItemState = "open" | "in-progress" | "done" | "dropped";

/** What people decided of one initiative; what they left open the planner places. Days are YYYY-MM-DD, both inclusive. */
export type Decision = Readonly<{
  initiative: string;
  state: ItemState;
  /** Who answers for it; empty where the content's role stands. */
  owner?: string;
  startsOn?: string;
  endsOn?: string;
}>;

/** The calendar of a plan: quarters from `start` on (any day of the first one), and person-days in each. */
export type PlanSettings = Readonly<{ start: string; quarters: number; capacity: number }>;

/** Everything that a plan depends on. */
export type PlanInstance = Readonly<{
  model: Model;
  claims: Pick<Claims, "answers" | "profile">;
  initiatives: readonly Initiative[];
  sizes: Sizes;
  /** Target level by pillar id; a pillar without one aims at nothing. */
  targets: Readonly<Record<string, number>>;
  /** Day by which the targets are to be reached. */
  by?: string;
  settings: PlanSettings;
  decisions: readonly Decision[];
  /** Nothing that is still open starts before this day. */
  today: string;
}>;

/** A level in [1, n] and a stage by id. */
export type PlannedLevel = Readonly<{ level: number; stage: string }>;

/** The claimed low score of the whole and of each pillar that has one. `overall` is null when no pillar is left. */
export type PlannedLevels = Readonly<{
  overall: PlannedLevel | null;
  pillars: readonly (PlannedLevel & Readonly<{ pillar: string }>)[];
}>;

export type PlanQuarter = Readonly<{
  /** "Q1 27" */
  label: string;
  /** First and last day. */
  start: string;
  end: string;
  /** Person-days: all there are, those not yet past, and those that the items take. */
  capacity: number;
  left: number;
  used: number;
  /** At its end, with what is done by then; null for a quarter that is past. */
  levels: PlannedLevels | null;
}>;

export type PlanItem = Readonly<{
  initiative: string;
  title: string;
  pillar: string;
  /** Id of the stage that most of the criteria it delivers belong to. */
  stage: string;
  state: ItemState;
  owner: string;
  /** "Q1 27"; null like `start` for what was done on a day nobody noted. */
  startQuarter: string | null;
  /** First and last day. */
  start: string | null;
  end: string | null;
  /** The planner chose the days; else people did. */
  placed: boolean;
  /** Likely person-days: what the plan reckons with. */
  days: number;
  effort: Effort;
  /** Criteria in scope that it delivers and that aren't wholly met, and how many of these are only not known yet. */
  opens: number;
  unknown: number;
  /** Rise of the overall level when it ends, after all that ends before it. They add up to the whole rise. */
  gain: number;
  /** Initiatives in this plan that it builds on. */
  after: readonly string[];
  /** Its days have passed: it should have started (open) or ended (in progress). */
  late: boolean;
  /** Prerequisites that don't end before people let it start. */
  tooEarlyFor: readonly string[];
}>;

/** Why an initiative isn't in the plan. */
export type WhyUnplaced =
  | Readonly<{ kind: "dropped" }>
  /** People fixed its days, but all that it delivers is met already. */
  | Readonly<{ kind: "met" }>
  /** Its pillars have no target. */
  | Readonly<{ kind: "no-target" }>
  /** Its pillars reach their targets without it. */
  | Readonly<{ kind: "not-needed" }>
  /** It would raise no level: its criteria count only above a stage that stays empty, or others deliver them. */
  | Readonly<{ kind: "no-gain" }>
  /** A prerequisite isn't in the plan, for a reason of its own. */
  | Readonly<{ kind: "waits"; needs: string; because: WhyUnplaced }>
  /** Even alone it takes more than the capacity; `capacity` person-days a quarter would hold it. */
  | Readonly<{ kind: "too-large"; capacity: number }>
  /** It would end after the last quarter. */
  | Readonly<{ kind: "too-long"; weeks: number }>
  /** Work with more gain per person-day takes the room. */
  | Readonly<{ kind: "no-room" }>;

export type Unplaced = Readonly<{
  initiative: string;
  title: string;
  pillar: string;
  /** Likely person-days. */
  days: number;
  why: WhyUnplaced;
}>;

export type TargetReached = Readonly<{
  pillar: string;
  target: number;
  /** Level today, by the score. */
  now: number;
  /** Level at the end of the last quarter. */
  level: number;
  /** Label of the first quarter at whose end it is reached; null when it is reached today or not at all. */
  quarter: string | null;
  reached: "today" | "planned" | "not-reached";
  /** Whether it is reached on the day by which it should be; null without such a day. */
  onTime: boolean | null;
}>;

/** Initiatives on a calendar, and what they bring. Ordered by gain per person-day; not proven to be the best. */
export type RoadmapPlan = Readonly<{
  /** The score today: what is marked done counts only once its criteria are answered. */
  now: PlannedLevels;
  quarters: readonly PlanQuarter[];
  /** By start, then id; what has no days first. */
  items: readonly PlanItem[];
  unplaced: readonly Unplaced[];
  targets: readonly TargetReached[];
  /** Overall level if each pillar with a target were at least there; null without targets. */
  aim: number | null;
}>;
