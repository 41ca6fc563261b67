import { describe, expect, it } from "vitest";
import type { Answer } from "../scoring/types";
import { replaceAnswers } from "./replace-answers";

const STAGES = [{ id: "traditional" }, { id: "advanced" }, { id: "optimal" }];
const TOPIC = {
  criteria: [
    { id: "a", stage: "advanced" },
    { id: "b", stage: "advanced" },
    { id: "c", stage: "optimal" },
  ],
};
const answers = (entries: Record<string, Answer>) => new Map(Object.entries(entries));

describe("replaceAnswers", () => {
  const given = answers({
    a: { status: "partly", coverage: 0.5 },
    b: { status: "not-applicable", reason: "none here", accepted: false },
    c: { status: "unknown" },
  });

  it("makes what was kept up to the stage met, and leaves reasons alone", () => {
    expect(replaceAnswers(TOPIC, STAGES, given, "advanced")).toEqual({
      to: "met",
      changes: [{ criterion: "a", answer: { status: "met" } }],
    });
    expect(replaceAnswers(TOPIC, STAGES, given, "optimal").changes.map(({ criterion }) => criterion)).toEqual([
      "a",
      "c",
    ]);
  });

  it("makes only the lowest stage not met when the first is picked", () => {
    expect(replaceAnswers(TOPIC, STAGES, given, "traditional")).toEqual({
      to: "not-met",
      changes: [{ criterion: "a", answer: { status: "not-met" } }],
    });
  });
});
