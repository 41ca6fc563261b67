import type { Crosswalk, Driver, InitiativeFile, Principle, QuestionnaireFile } from "./schema";

/** One observable fact at one stage. Its id never changes meaning. */
export type Criterion = Readonly<{
  id: string;
  stage: string;
  statement: string;
  /** Whom or what a share counts, in words ("staff accounts that can sign in interactively"). */
  population?: string;
  /** Short plural for the field beside a count ("accounts"). */
  unit?: string;
  check: string;
  look: readonly string[];
  evidence: string;
  weight: number;
  /** The criterion's own, or its topic's where it names none. */
  principles: readonly Principle[];
  drivers: readonly Driver[];
  crosswalk: Readonly<Crosswalk>;
}>;

/** One question of the walk. */
export type Topic = Readonly<{
  id: string;
  title: string;
  /** Fits a heatmap cell. */
  short: string;
  prompt: string;
  why: string;
  asks: readonly string[];
  principles: readonly Principle[];
  drivers: readonly Driver[];
  weight: number;
  gate: boolean;
  /** Id of the profile fact that must hold for the topic to be in scope. */
  condition?: string;
  /** How an organization at each stage looks, by stage id. */
  stages: Readonly<Record<string, string>>;
  criteria: readonly Criterion[];
}>;

export type Pillar = Readonly<{ id: string; title: string; weight: number; summary: string; topics: readonly Topic[] }>;
export type Stage = Readonly<QuestionnaireFile["stages"][number]>;
export type ProfileFact = Readonly<QuestionnaireFile["profile"][number]>;
export type Initiative = Readonly<InitiativeFile>;

/** A whole questionnaire version, resolved: every reference is known to hold. */
export type Questionnaire = Readonly<{
  id: string;
  version: string;
  title: string;
  summary: string;
  /** Share of a stage that must hold, 0.5 to 1. */
  threshold: number;
  /** From the lowest up; the first has no criteria. */
  stages: readonly Stage[];
  profile: readonly ProfileFact[];
  pillars: readonly Pillar[];
  /** Ids of the topics of the quick check. */
  quickCheck: readonly string[];
  initiatives: readonly Initiative[];
}>;

/** Something wrong in a content file: where it is and what was expected. Line and column count from 1. */
export type Problem = Readonly<{
  file: string;
  line: number;
  column: number;
  path: string;
  message: string;
  /** A rule of good content, without which it can be scored all the same. Content that comes with the program keeps these too. */
  style?: true;
}>;
