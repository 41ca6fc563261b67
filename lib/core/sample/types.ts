import type { EvidenceKind, EvidenceMethod } from "../evidence/kinds";
import type { Answer } from "../scoring/types";
import type { SampleRole } from "./people";
import type { SampleHead } from "./schema";

/** One version of one answer. Days are YYYY-MM-DD. */
export type StoryAnswer = Readonly<{
  criterion: string;
  day: string;
  /** Of the day, 0 to 1439, UTC. */
  minute: number;
  by: SampleRole;
  answer: Answer;
  note: string;
}>;

export type StoryEvidence = Readonly<{
  criterion: string;
  title: string;
  date: string;
  expires?: string;
  source?: string;
  verdict: "supports" | "contradicts";
  /** 0 to 1 */
  coverage?: number;
  accepted: boolean;
  dismissed?: string;
  by: SampleRole;
  kind: EvidenceKind;
  method?: EvidenceMethod;
}>;

export type StoryException = Readonly<{
  criterion: string;
  owner: string;
  reason: string;
  risk: string;
  granted: string;
  expires: string;
}>;

export type StorySnapshot = Readonly<{ day: string; label: string }>;

export type StoryPlanItem = Readonly<{ initiative: string }> & SampleHead["plan"]["items"][string];

/** The sample organization from its beginning to its own today. */
export type SampleStory = Readonly<{
  organization: string;
  questionnaire: Readonly<{ id: string; version: string }>;
  today: string;
  assessment: SampleHead["assessment"];
  /** Oldest first, and by criterion in the questionnaire's order. */
  answers: readonly StoryAnswer[];
  evidence: readonly StoryEvidence[];
  exceptions: readonly StoryException[];
  snapshots: readonly StorySnapshot[];
  reviewer: SampleRole;
  owner: SampleRole;
  plan: Readonly<{
    start: string;
    quarters: number;
    capacity: number;
    /** Day of the last decision. */
    decided: string;
    items: readonly StoryPlanItem[];
  }>;
}>;
