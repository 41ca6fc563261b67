import { describe, expect, it } from "vitest";
import { SMALL_OUTLINE } from "../../../tests/support/small-walk";
import { meanwhileWords, readOnlyReason, type Standing, standingOf } from "./walk-data";

const OPENED: Standing = {
  state: "draft",
  round: 1,
  roundBegan: 0,
  questionnaire: "zero-trust",
  version: "1.0.0",
  answer: ["identity"],
  leftOut: ["network.segments"],
};
const DATA = {
  assessment: { ...OPENED, slug: "round", name: "Round", scope: "Group" },
  outline: SMALL_OUTLINE,
  profile: { offices: false },
  rights: {
    answer: OPENED.answer,
    ...{ accept: false, files: true, comment: true, assign: false, propose: true, find: true, ask: false },
    ...{ scope: false, selfAcceptance: false },
  },
};

describe("what becomes of an open walk", () => {
  it("starts as the assessment stood", () => {
    expect(standingOf(DATA)).toEqual(OPENED);
    expect(meanwhileWords(OPENED, standingOf(DATA))).toBeNull();
  });

  it.each<[string, Partial<Standing>, RegExp | null, string | null]>([
    ["nothing", {}, null, null],
    ["sent to review", { state: "in-review" }, null, null],
    ["approved", { state: "approved" }, /^Approved: .* Reopen/, "Approved meanwhile: nothing changes any more."],
    ["opened again", { round: 2, roundBegan: 5 }, null, "Round 2 has begun meanwhile."],
    ["given another scope", { leftOut: [] }, null, "Scope changed meanwhile: other topics count now."],
    ["moved", { version: "1.1.0" }, /^This page shows the version before/, "Moved to zero-trust 1.1.0 meanwhile."],
    ["no longer assigned", { answer: ["devices"] }, /isn’t assigned to you/, null],
    ["no longer allowed", { answer: [] }, /your role doesn’t answer/, null],
  ])("%s", (_, change, reason, words) => {
    const now = { ...OPENED, ...change };
    expect(meanwhileWords(OPENED, now)).toBe(words);
    const said = readOnlyReason(DATA, now, "identity.risk", "identity");
    if (reason === null) expect(said).toBeNull();
    else expect(said).toMatch(reason);
  });
});
