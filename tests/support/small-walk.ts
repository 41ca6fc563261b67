import { compileModel } from "../../lib/core/scoring/compile-model";
import type { AnswerStatus } from "../../lib/core/scoring/types";
import type { TopicText } from "../../lib/core/walk/outline";
import { outlineOf, pillarTexts } from "../../lib/core/walk/outline";
import type { WalkData } from "../../lib/core/walk/walk-data";
import { SMALL_QUESTIONNAIRE } from "./small-questionnaire";

/** The small questionnaire as the walk sees it. */
export const SMALL_OUTLINE = outlineOf(SMALL_QUESTIONNAIRE);
export const SMALL_WALK_MODEL = compileModel(SMALL_OUTLINE);
export const SMALL_TEXTS: ReadonlyMap<string, TopicText> = new Map(
  SMALL_OUTLINE.pillars.flatMap(({ id }) =>
    (pillarTexts(SMALL_QUESTIONNAIRE, id) ?? []).map((text) => [text.id, text]),
  ),
);

/** A walk through the small questionnaire by who may do everything there. @param answers by criterion */
export function smallWalk(answers: Readonly<Record<string, AnswerStatus>>): WalkData {
  return {
    me: { id: "u1", name: "Somebody", email: "somebody@example.org" },
    organization: { slug: "here", name: "Here", sample: false, keeping: "device" },
    assessment: {
      slug: "round",
      questionnaire: "small",
      version: "1.0.0",
      name: "Round",
      scope: "Group",
      state: "draft",
      round: 1,
      roundBegan: 0,
    },
    rights: {
      answer: "all",
      accept: true,
      files: true,
      comment: true,
      assign: true,
      propose: true,
      find: true,
      ask: true,
      scope: true,
      selfAcceptance: false,
    },
    state: "0",
    assignments: [],
    outline: SMALL_OUTLINE,
    contentHash: "abc",
    profile: {},
    targets: {},
    asOf: "2026-11-27",
    lastSnapshotAt: null,
    answers: Object.entries(answers).map(([criterion, status]) => ({
      criterion,
      status,
      note: "",
      version: 1,
      how: "hand",
      changedBy: "u2",
      changedAt: "2026-11-20T09:00:00.123Z",
    })),
    evidence: [],
    exceptions: [],
    findings: [],
    questions: [],
    names: { u1: "Somebody", u2: "Somebody else" },
  };
}
