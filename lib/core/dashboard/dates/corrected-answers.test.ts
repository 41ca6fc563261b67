import { describe, expect, it } from "vitest";
import type { Answer } from "../../scoring/types";
import { correctedAnswers, isCorrectable } from "./corrected-answers";

const MET: Answer = { status: "met" };
const NOT: Answer = { status: "not-met" };
const half: Answer = { status: "partly", coverage: 0.5 };
const unknown: Answer = { status: "unknown" };
const na: Answer = { status: "not-applicable", reason: "none here", accepted: true };

/** Answers of one criterion on days 1, 2, 3 …; "!" marks a correction. */
const story = (...answers: readonly (Answer | null | readonly ["!", Answer])[]) =>
  answers.map((given, index) => {
    const correction = Array.isArray(given);
    const answer = (correction ? given[1] : given) as Answer | null;
    return { criterion: "a", at: new Date(Date.UTC(2026, 0, index + 1)), answer, correction };
  });
const between = (from: number, to = 30) => ({
  from: new Date(Date.UTC(2026, 0, from, 12)),
  to: new Date(Date.UTC(2026, 0, to, 12)),
});
const corrected = (versions: ReturnType<typeof story>, from: number, to?: number) =>
  correctedAnswers(versions, between(from, to)).get("a");

describe("correctedAnswers", () => {
  it.each([
    ["nothing marked", story(MET, NOT), 1, undefined],
    ["one correction", story(MET, ["!", NOT]), 1, NOT],
    ["then real change, which stays apart", story(MET, ["!", NOT], half), 1, NOT],
    ["two corrections, one after the other", story(MET, ["!", half], ["!", NOT]), 1, NOT],
    ["a note between them says the same answer again", story(MET, MET, ["!", half], half, ["!", NOT]), 1, NOT],
    ["a mistake made later and put right", story(NOT, MET, ["!", half]), 1, undefined],
    ["the same seen from when the mistake stood", story(NOT, MET, ["!", half]), 2, half],
    ["corrected before", story(MET, ["!", NOT], half), 2, undefined],
    ["not answered then", story(null, MET, ["!", NOT]), 1, undefined],
    ["not known then", story(unknown, ["!", MET]), 1, undefined],
    ["taken back in between", story(MET, null, ["!", NOT]), 1, undefined],
  ] as const)("%s", (_, versions, from, expected) => {
    expect(corrected(versions, from)).toEqual(expected);
  });

  it("leaves out what came after the later date", () => {
    expect(corrected(story(MET, ["!", half], ["!", NOT]), 1, 2)).toEqual(half);
    expect(corrected(story(MET, ["!", half]), 1, 1)).toBeUndefined();
  });
});

describe("isCorrectable", () => {
  it("is a change from one value to another", () => {
    expect([isCorrectable(MET, NOT), isCorrectable(half, MET)]).toEqual([true, true]);
    const others = [
      [null, MET],
      [MET, null],
      [unknown, MET],
      [MET, na],
      [na, MET],
      [MET, MET],
    ] as const;
    for (const [before, after] of others) expect(isCorrectable(before, after)).toBe(false);
  });
});
