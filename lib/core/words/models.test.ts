import { describe, expect, it } from "vitest";
import { attackSentence, coverageSentence } from "./models";

const control = { one: "control", many: "controls" };
const none = { met: 0, mitigated: 0, partly: 0, notMet: 0, open: 0, unknown: 0, notApplicable: 0, outOfScope: 0 };

describe("how much of a framework stands how", () => {
  it("names what is left out, so that the numbers add up to what is touched", () => {
    const counts = { ...none, total: 93, touched: 69, unknown: 66, outOfScope: 1, notApplicable: 2 };
    expect(coverageSentence(control, counts)).toBe(
      "Of 69 controls that criteria contribute to, 0 have all of them met, 0 some, 0 none; 66 not known yet; 3 out of scope or not applicable.",
    );
    expect(attackSentence(counts)).toBe(
      "Of 69 techniques that criteria work against, 0 are mitigated, 0 partly, 0 open; 66 not known yet; 3 out of scope or not applicable.",
    );
  });

  it("says nothing of it where nothing is left out", () => {
    const counts = { ...none, total: 93, touched: 69, unknown: 69 };
    expect(coverageSentence(control, counts)).toMatch(/; 69 not known yet\.$/);
    expect(attackSentence(counts)).toMatch(/; 69 not known yet\.$/);
  });
});
