import { describe, expect, it } from "vitest";
import { pickRestNotMet, pickStage } from "./pick-stage";
import type { Answer } from "./types";

const STAGES = [{ id: "traditional" }, { id: "advanced" }, { id: "optimal" }];
const TOPIC = {
  criteria: [
    { id: "a1", stage: "advanced" },
    { id: "a2", stage: "advanced" },
    { id: "o1", stage: "optimal" },
  ],
};
const answers = (entries: Record<string, Answer["status"]>) =>
  new Map(Object.entries(entries).map(([id, status]) => [id, { status } as Answer]));
const changesOf = (pick: ReturnType<typeof pickStage>) =>
  Object.fromEntries(pick.changes.map(({ criterion, answer }) => [criterion, answer.status]));

describe("pickStage", () => {
  it("makes the unanswered criteria up to the stage met and leaves those above", () => {
    const pick = pickStage(TOPIC, STAGES, answers({}), "advanced");
    expect(changesOf(pick)).toEqual({ a1: "met", a2: "met" });
    expect(pick).toMatchObject({ met: 2, notMet: 0, kept: 0, left: 1 });
  });

  it("keeps answers already given, unknown among them", () => {
    const pick = pickStage(TOPIC, STAGES, answers({ a1: "not-met", a2: "unknown" }), "optimal");
    expect(changesOf(pick)).toEqual({ o1: "met" });
    expect(pick).toMatchObject({ met: 1, notMet: 0, kept: 2, left: 0 });
  });

  it("at the first stage makes the unanswered criteria of the second not met", () => {
    const pick = pickStage(TOPIC, STAGES, answers({ a1: "met" }), "traditional");
    expect(changesOf(pick)).toEqual({ a2: "not-met" });
    expect(pick).toMatchObject({ met: 0, notMet: 1, kept: 1, left: 1 });
  });

  it("at the first stage takes the lowest stage that has criteria where the second has none", () => {
    const topic = { criteria: [{ id: "o1", stage: "optimal" }] };
    expect(changesOf(pickStage(topic, STAGES, answers({}), "traditional"))).toEqual({ o1: "not-met" });
  });

  it("refuses a stage that the questionnaire doesn't have", () => {
    expect(() => pickStage(TOPIC, STAGES, answers({}), "initial")).toThrow(RangeError);
  });
});

describe("pickRestNotMet", () => {
  it("sets all that is unanswered to not met", () => {
    const pick = pickRestNotMet(TOPIC, answers({ a1: "met" }));
    expect(changesOf(pick)).toEqual({ a2: "not-met", o1: "not-met" });
    expect(pick).toMatchObject({ met: 0, notMet: 2, kept: 1, left: 0 });
  });
});
