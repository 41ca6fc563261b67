import { describe, expect, it } from "vitest";
import { SMALL_OUTLINE } from "../../../tests/support/small-walk";
import { continueAt } from "./continue-at";

const walked = (...open: readonly string[]) => ({
  outline: SMALL_OUTLINE,
  profile: {},
  isAnswered: (criterion: string) => open.length > 0 && !open.includes(criterion),
});

describe("continueAt", () => {
  it("begins with the first criterion where nobody has been yet", () => {
    expect(continueAt(walked(), "all", null)).toMatchObject({
      criterion: "identity.sign-in.second-factor",
      number: 1,
      answered: 0,
    });
  });

  it("goes on after the criterion answered last, and not at a gap before it", () => {
    const open = walked("identity.sign-in.second-factor", "network.segments.flows");
    const last = { topic: "network.segments", criterion: "network.segments.zones" };
    const found = continueAt(open, "all", last);
    expect(found).toMatchObject({ topic: "network.segments", criterion: "network.segments.flows" });
    const topic = SMALL_OUTLINE.pillars.flatMap(({ topics }) => topics).find(({ id }) => id === "network.segments");
    expect(topic?.criteria[(found?.number ?? 0) - 1]?.id).toBe("network.segments.flows");
    expect(found?.title).toBe(topic?.title);
  });

  it("says how far the pillar is, counting criteria in scope", () => {
    const pillar = SMALL_OUTLINE.pillars.find(({ id }) => id === "identity");
    const all = pillar?.topics.flatMap(({ criteria }) => criteria).length ?? 0;
    expect(continueAt(walked("identity.sign-in.second-factor"), "all", null)).toMatchObject({
      pillar: pillar?.title,
      answered: all - 1,
      inScope: all,
    });
  });

  it("stays among what the person may answer", () => {
    const last = { topic: "identity.sign-in", criterion: null };
    expect(continueAt(walked(), ["network"], last)?.topic).toBe("network.segments");
    expect(continueAt(walked(), ["identity.reviews"], null)?.topic).toBe("identity.reviews");
    expect(continueAt(walked(), [], null)).toBeNull();
  });

  it("is nowhere when everything has an answer", () => {
    expect(continueAt({ ...walked(), isAnswered: () => true }, "all", null)).toBeNull();
  });
});
