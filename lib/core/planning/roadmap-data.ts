import type { Initiative } from "../content/types";
import type { NamedStage } from "../marks/stage-ref";
import type { ModelTree } from "../scoring/compile-model";
import type { Answer, Profile } from "../scoring/types";
import type { Sizes } from "./effort";
import type { PlanItemView, PlanSettingsView } from "./plan-view";

/** All that the roadmap's page needs to plan anew by itself, and to say what an initiative is. Plain data. */
export type RoadmapData = Readonly<{
  /** The model without its words. */
  tree: ModelTree;
  answers: readonly (readonly [criterion: string, Answer])[];
  profile: Profile;
  sizes: Sizes;
  /** Target level by pillar id, and the day by which. */
  targets: Readonly<Record<string, number>>;
  by?: string;
  stages: readonly NamedStage[];
  pillars: readonly Readonly<{ id: string; title: string }>[];
  /** Those that have something to deliver, and those that were decided on. */
  initiatives: readonly Initiative[];
  /** Titles of the rest, by id: what is met already may be what others build on. */
  otherTitles: Readonly<Record<string, string>>;
  /** Of every criterion that they deliver. */
  criteria: Readonly<Record<string, CriterionWords>>;
  settings: PlanSettingsView;
  items: readonly PlanItemView[];
  /** YYYY-MM-DD. */
  today: string;
}>;

export type CriterionWords = Readonly<{ statement: string; stage: string; topic: string; topicTitle: string }>;
