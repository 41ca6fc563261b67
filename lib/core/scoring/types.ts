/** What an organization says of one criterion. Coverage is a share in (0, 1), exclusive: 0 is not met, 1 is met. */
export type Answer =
  | Readonly<{ status: "met" }>
  | Readonly<{ status: "partly"; coverage: number; count?: number; population?: number }>
  | Readonly<{ status: "not-met" }>
  | Readonly<{ status: "unknown" }>
  | Readonly<{ status: "not-applicable"; reason: string; accepted: boolean }>;

export type AnswerStatus = Answer["status"];

/** What stands behind an answer. Dates are calendar days, YYYY-MM-DD. */
export type Evidence = Readonly<{
  /** Of the piece, which may speak to several criteria; without one it stands alone. */
  id?: string;
  criterion: string;
  title: string;
  /** When what it shows was so, apart from when it was attached. */
  date: string;
  /** First day on which it no longer supports. */
  expires?: string;
  /** Scanner or system it comes from; of one source only the newest observation of a criterion counts. */
  source?: string;
  verdict: "supports" | "contradicts";
  /** Measured share of the population, 0 to 1. */
  coverage?: number;
  accepted: boolean;
  dismissed?: boolean;
}>;

/** Facts about the organization; only `false` takes a topic out of scope. */
export type Profile = Readonly<Record<string, boolean>>;

/** Everything that a score depends on. */
export type Claims = Readonly<{
  answers: ReadonlyMap<string, Answer>;
  evidence: readonly Evidence[];
  profile: Profile;
  /** Calendar day YYYY-MM-DD on which evidence is judged. */
  asOf: string;
}>;

/** A level in [1, n] three times, and the stage of each, by stage id. Laws: 1 ≤ verified ≤ low ≤ high ≤ n. */
export type Score = Readonly<{
  low: number;
  high: number;
  verified: number;
  stage: string;
  stageHigh: string;
  stageVerified: string;
}>;

/** One stage of one topic: the weighted mean of its criteria's values, three times, in [0, 1]. */
export type StageMean = Readonly<{ stage: string; low: number; high: number; verified: number }>;

export type TopicScore = Score &
  Readonly<{ id: string; means: readonly StageMean[]; answered: number; inScope: number }>;
export type PillarScore = Score &
  Readonly<{ id: string; topics: readonly TopicScore[]; answered: number; inScope: number }>;

/** The score of an assessment. `overall` is null when no pillar is left. What is left out is absent. */
export type AssessmentScore = Readonly<{
  overall: Score | null;
  pillars: readonly PillarScore[];
  /** Criteria answered with anything but unknown, and criteria in scope. */
  answered: number;
  inScope: number;
}>;
