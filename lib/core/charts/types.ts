import type { StageRef } from "../marks/stage-ref";

/** Three levels in [1, n] and what they are compared with. */
export type Levels = Readonly<{ low: number; high: number; verified: number; last?: number; target?: number }>;

/** A pillar as charts see it. */
export type PillarDatum = Levels &
  Readonly<{
    id: string;
    name: string;
    stage: StageRef;
    href?: string;
    /** Why it has its stage, in words: "Traditional: gate Privileged access is short · 7 of 12 topics". */
    reason?: string;
    /** Why its target is what it is, in the organization's words. */
    targetReason?: string;
  }>;

/** A topic as a heatmap cell sees it. `name` is the short one. */
export type TopicDatum = Readonly<{
  id: string;
  name: string;
  stage: StageRef;
  href: string;
  low: number;
  high: number;
  verified: number;
  gate: boolean;
  /** Criteria in scope that are not known yet. */
  unknown: number;
}>;

/** A pillar and its topics, in the order of the content. */
export type HeatmapColumn = Readonly<{ pillar: PillarDatum; topics: readonly TopicDatum[] }>;

/** A principle, driver or framework: a level without a stage. */
export type TagDatum = Levels & Readonly<{ id: string; name: string; href?: string }>;

/** A snapshot on a time axis; day is YYYY-MM-DD. */
export type TrendPoint = Readonly<{ day: string; level: number; name?: string; href?: string }>;

/** A projected level on a day, with the span that most simulated runs stay in where it is known. */
export type ProjectedPoint = Readonly<{ day: string; level: number; low?: number; high?: number }>;

/** How likely (0 to 1) a target is reached by a day. */
export type Odds = Readonly<{ share: number; day: string }>;

/** A quarter or month of a plan: person-days used of those there are. Days are YYYY-MM-DD, the end exclusive. */
export type CapacityPeriod = Readonly<{
  id: string;
  name: string;
  start: string;
  end: string;
  used: number;
  capacity: number;
}>;
