import type { OrganizationData } from "../content/organization-data";
import type { Questionnaire } from "../content/types";
import type { RoadmapPlan } from "../planning/types";
import type { Finding } from "../review/finding";
import type { Answer, Claims } from "../scoring/types";
import type { Decision } from "../walk/decision";

/** Everything that a report is written from. Days are YYYY-MM-DD, levels lie in [1, n]. Scores are computed from it. */
export type ReportInput = Readonly<{
  questionnaire: Questionnaire;
  claims: Claims;
  organization: ReportOrganization;
  assessment: ReportAssessment;
  provenance: Provenance;
  target: ReportTarget;
  plan: RoadmapPlan | null;
  /** Earlier ones, oldest first; those after the as-of day are not shown. */
  snapshots: readonly ReportSnapshot[];
  /** Where an answer has more than its status; by criterion id. */
  details: ReadonlyMap<string, AnswerDetail>;
  /** The register of accepted risk; by criterion id. */
  exceptions: ReadonlyMap<string, AcceptedException>;
  /** By criterion id; absent where a file or a snapshot holds none. */
  findings?: ReadonlyMap<string, readonly ReportFinding[]>;
  /** What workshops decided, the oldest first; absent where a file holds none. */
  decisions?: readonly ReportDecision[];
  /** How large the organization is, which scales the effort of initiatives, and what else is known of it. */
  sizes: OrganizationData;
  /** Names and sources of the frameworks that crosswalks may name. */
  frameworks: readonly Readonly<{ id: string; title: string; source?: string }>[];
  /** What was accepted by the very person who gave the answer. */
  selfAccepted?: Readonly<{ evidence: number; notApplicable: number }>;
  /** Moment of making, ISO 8601 with its offset, and the time zone in which it is shown (IANA name). */
  generatedAt: string;
  timeZone: string;
}>;

export type ReportOrganization = Readonly<{
  name: string;
  /** Nothing of it is real; said on the cover and on each page. */
  sample: boolean;
  /** Name of a PNG that the renderer is given beside the document. */
  logo?: string;
  /** #rrggbb, for decoration only: text never takes it. */
  colour?: string;
}>;

export type ReportAssessment = Readonly<{ name: string; scope: string; state: "draft" | "in-review" | "approved" }>;

/** Who stands behind it. Only an approved assessment loses the word "Draft". */
export type Provenance =
  | Readonly<{ kind: "draft" }>
  /** `self`: who approved or signed off had answered too, which a one-person organization may allow. */
  | Readonly<{ kind: "approved"; by: string; on: string; hash: string; self?: boolean }>
  /** Read from a file by the command line: nobody has reviewed what it says here. */
  | Readonly<{ kind: "file" }>;

export type ReportTarget = Readonly<{
  overall?: number;
  pillars: Readonly<Record<string, number>>;
  /** Why a pillar's target is what it is; by pillar id. */
  reasons?: Readonly<Record<string, string>>;
  /** Day to reach it. */
  by?: string;
}>;

export type ReportSnapshot = Readonly<{
  label: string;
  asOf: string;
  /** The low level; null when there was no score. */
  level: number | null;
  /** Low level by pillar id. */
  pillars: Readonly<Record<string, number>>;
  /** What was said then; with it the change is split by cause. Only of the same questionnaire version. */
  claims?: Claims;
  /** What should have been said then, as was found out since, by criterion. */
  corrected?: ReadonlyMap<string, Answer>;
}>;

/** The note beside an answer, who gave it (a role or a name) and on what day. */
export type AnswerDetail = Readonly<{ note?: string; by?: string; on?: string }>;

/** `accepted` is false while it is only proposed. */
export type AcceptedException = Readonly<{
  owner: string;
  reason: string;
  risk?: string;
  expires: string;
  accepted?: boolean;
}>;

/** What a workshop decided on a topic, recorded by whom (a role or a name) and on what day; `dissent` is "" where all agreed. */
export type ReportDecision = Pick<Decision, "topic" | "present" | "decision" | "dissent"> &
  Readonly<{ by: string; on: string }>;

/** What an assessor or reviewer found, by whom (a role or a name) and on what day. */
export type ReportFinding = Pick<Finding, "status" | "coverage" | "method" | "sample" | "note"> &
  Readonly<{ by: string; on: string }>;
