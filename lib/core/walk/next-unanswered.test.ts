import { describe, expect, it } from "vitest";
import { SMALL_OUTLINE } from "../../../tests/support/small-walk";
import { firstToAnswer, nextUnanswered } from "./next-unanswered";

const none = () => false;
const allBut =
  (...open: readonly string[]) =>
  (criterion: string) =>
    !open.includes(criterion);

describe("nextUnanswered", () => {
  it("begins with the first criterion of the walk", () => {
    expect(nextUnanswered(SMALL_OUTLINE, {}, none, null)).toEqual({
      topic: "identity.sign-in",
      criterion: "identity.sign-in.second-factor",
    });
  });

  it("goes on after the criterion it stands on and around the end", () => {
    const open = allBut("identity.sign-in.second-factor", "network.segments.flows");
    const from = { topic: "identity.sign-in", criterion: "identity.sign-in.second-factor" };
    expect(nextUnanswered(SMALL_OUTLINE, {}, open, from)?.criterion).toBe("network.segments.flows");
    const last = { topic: "network.segments", criterion: "network.segments.flows" };
    expect(nextUnanswered(SMALL_OUTLINE, {}, open, last)?.criterion).toBe("identity.sign-in.second-factor");
  });

  it("starts with the topic it stands in where no criterion is chosen", () => {
    const from = { topic: "identity.reviews", criterion: null };
    expect(nextUnanswered(SMALL_OUTLINE, {}, none, from)?.criterion).toBe("identity.reviews.yearly");
  });

  it("passes over topics out of scope, also when it starts in one", () => {
    const profile = { offices: false };
    const from = { topic: "network.segments", criterion: "network.segments.zones" };
    expect(nextUnanswered(SMALL_OUTLINE, profile, none, from)?.topic).toBe("identity.sign-in");
    expect(nextUnanswered(SMALL_OUTLINE, profile, allBut("network.segments.flows"), null)).toBeNull();
  });
});

describe("firstToAnswer", () => {
  it("is the first without an answer, else the first, of none nothing", () => {
    expect(firstToAnswer(["a", "b", "c"], allBut("b", "c"))).toBe("b");
    expect(firstToAnswer(["a", "b", "c"], allBut())).toBe("a");
    expect(firstToAnswer([], none)).toBeNull();
  });
});
