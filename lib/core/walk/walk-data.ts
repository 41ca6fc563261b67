import type { Keeping } from "../device/keeping";
import type { Finding } from "../review/finding";
import type { Question } from "../review/question";
import type { Profile } from "../scoring/types";
import type { AssignmentView } from "./assignment";
import type { StoredAnswer } from "./entry";
import type { EvidenceView, ExceptionView } from "./evidence-view";
import { leftOut, type WalkOutline } from "./outline";

/** Everything that the walk shows before it asks for more. The words of its topics come apart, by pillar. */
export type WalkData = Readonly<{
  me: Readonly<{ id: string; name: string; email: string }>;
  organization: Readonly<{ slug: string; name: string; sample: boolean; keeping: Keeping }>;
  assessment: Readonly<{
    slug: string;
    name: string;
    scope: string;
    state: string;
    /** Counts from 1; an answer last changed before `roundBegan` (ms since 1970) is “still true?” from the second on. */
    round: number;
    roundBegan: number;
    /** What it is made on. */
    questionnaire: string;
    version: string;
  }>;
  rights: WalkRights;
  /** Names what was read; a live stream that says the same has nothing more to tell. */
  state: string;
  outline: WalkOutline;
  /** Names the content in the address that its texts come from, so that they can be kept for ever. */
  contentHash: string;
  profile: Profile;
  /** Target level by pillar id. */
  targets: Readonly<Record<string, number>>;
  /** Day on which evidence is judged. */
  asOf: string;
  /** When the last snapshot was taken, in ms since 1970; null where there is none. */
  lastSnapshotAt: number | null;
  answers: readonly (StoredAnswer & Readonly<{ criterion: string }>)[];
  evidence: readonly EvidenceView[];
  exceptions: readonly ExceptionView[];
  findings: readonly Finding[];
  /** Those that aren't settled. */
  questions: readonly Question[];
  /** What is asked of people. */
  assignments: readonly AssignmentView[];
  /** Names of people by id. */
  names: Readonly<Record<string, string>>;
}>;

export type WalkRights = Readonly<{
  /** Read and write comments. */
  comment: boolean;
  /** Ask people to answer. */
  assign: boolean;
  /** Where answers may be given and evidence attached. */
  answer: Answerable;
  /** Accept evidence, "not applicable" and exceptions. */
  accept: boolean;
  /** Propose exceptions, write findings, ask back. */
  propose: boolean;
  find: boolean;
  ask: boolean;
  /** Change the profile, and so which topics are asked. */
  scope: boolean;
  /** Open files of evidence. */
  files: boolean;
  /** Also what one answered oneself. */
  selfAcceptance: boolean;
}>;

/** Pillars and topics by id, or all of them. */
export type Answerable = "all" | readonly string[];

/** Whether a topic is among what may be answered. */
export function isAnswerable(answerable: Answerable, topic: string, pillar: string): boolean {
  return answerable === "all" || answerable.includes(pillar) || answerable.includes(topic);
}

/** How it stands with an assessment for one person; it may change while a walk is open. */
export type Standing = Readonly<
  Pick<WalkData["assessment"], "state" | "round" | "roundBegan" | "questionnaire" | "version"> & {
    answer: Answerable;
    /** Topics that count nowhere, by id, in the order of the questionnaire. */
    leftOut: readonly string[];
  }
>;

/** How it stood when the walk was opened. */
export function standingOf({
  assessment,
  rights,
  outline,
  profile,
}: Pick<WalkData, "assessment" | "rights" | "outline" | "profile">): Standing {
  const { state, round, roundBegan, questionnaire, version } = assessment;
  return {
    ...{ state, round, roundBegan, questionnaire, version },
    answer: rights.answer,
    leftOut: leftOut(outline, profile),
  };
}

/** What happened to an assessment while its walk was open, in words; null where it is as it was. */
export function meanwhileWords(opened: Standing, now: Standing): string | null {
  if (hasMoved(opened, now)) return `Moved to ${now.questionnaire} ${now.version} meanwhile.`;
  if (now.state === "approved" && opened.state !== "approved") return "Approved meanwhile: nothing changes any more.";
  if (now.round !== opened.round) return `Round ${now.round} has begun meanwhile.`;
  if (now.leftOut.join() !== opened.leftOut.join()) return "Scope changed meanwhile: other topics count now.";
  return null;
}

/** Whether an assessment stands on another questionnaire or version than it was opened on. */
export function hasMoved(
  opened: Pick<Standing, "questionnaire" | "version">,
  now: Pick<Standing, "questionnaire" | "version">,
): boolean {
  return now.questionnaire !== opened.questionnaire || now.version !== opened.version;
}

/** Why nothing can be answered in a topic, or null where it can. @param now how it stands */
export function readOnlyReason(
  data: Pick<WalkData, "rights" | "assessment">,
  now: Standing,
  topic: string,
  pillar: string,
): string | null {
  const { rights } = data;
  if (hasMoved(data.assessment, now)) return "This page shows the version before. Load it again to go on.";
  if (now.state === "approved") return "Approved: this assessment no longer changes. Reopen it for the next round.";
  if (isAnswerable(now.answer, topic, pillar)) return null;
  if (now.answer.length > 0) return "Read only: this topic isn’t assigned to you.";
  if (rights.accept) return "Your role reviews: you accept evidence and exceptions here, answers are given by others.";
  return "Read only: your role doesn’t answer. An owner or administrator can change that under People.";
}
