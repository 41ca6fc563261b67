import { describe, expect, it } from "vitest";
import { SMALL_WALK_MODEL } from "../../../tests/support/small-walk";
import { explainOpen } from "../scoring/explain";
import { scoreAssessment } from "../scoring/score";
import type { Answer, Claims } from "../scoring/types";
import { previewMet } from "./preview";

const claims = (answers: Record<string, Answer>, profile = {}): Claims => ({
  answers: new Map(Object.entries(answers)),
  evidence: [],
  profile,
  asOf: "2026-11-27",
});
const preview = (given: Claims, criterion: string) =>
  previewMet(SMALL_WALK_MODEL, given, scoreAssessment(SMALL_WALK_MODEL, given), criterion);

describe("previewMet", () => {
  it("says the same as the explanation of every open criterion", () => {
    const given = claims({
      "identity.sign-in.second-factor": { status: "met" },
      "identity.sign-in.no-legacy": { status: "partly", coverage: 0.4 },
      "identity.reviews.yearly": { status: "met" },
      "network.segments.zones": { status: "met" },
    });
    const open = explainOpen(SMALL_WALK_MODEL, given);
    expect(open.length).toBeGreaterThan(3);
    for (const { criterion, gain, unlocks } of open) {
      const shown = preview(given, criterion);
      expect(shown?.unlocks, criterion).toEqual(unlocks);
      for (const of of ["topic", "pillar", "overall"] as const) expect(shown?.gain[of]).toBeCloseTo(gain[of], 12);
    }
  });

  it("has nothing to say of what is met, not applicable or out of scope", () => {
    expect(preview(claims({ "network.segments.zones": { status: "met" } }), "network.segments.zones")).toBeNull();
    const left = { status: "not-applicable", reason: "none", accepted: true } as const;
    expect(preview(claims({ "network.segments.zones": left }), "network.segments.zones")).toBeNull();
    expect(preview(claims({}, { offices: false }), "network.segments.zones")).toBeNull();
  });
});
