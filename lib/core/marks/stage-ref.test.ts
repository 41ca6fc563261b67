import { describe, expect, it } from "vitest";
import { filledShare, stageRef, stageRefs, stageWords } from "./stage-ref";

const three = [
  { id: "traditional", title: "Traditional" },
  { id: "advanced", title: "Advanced" },
  { id: "optimal", title: "Optimal" },
];
const four = [three[0], { id: "initial", title: "Initial" }, three[1], three[2]].flatMap((stage) => stage ?? []);

describe("stageRef", () => {
  it("knows number, name and colour, the same colour in every model", () => {
    expect(stageRef(three, "advanced")).toEqual({ number: 2, of: 3, name: "Advanced", tone: "advanced" });
    expect(stageRef(four, "advanced")).toEqual({ number: 3, of: 4, name: "Advanced", tone: "advanced" });
    expect(stageWords(stageRef(four, "initial"))).toBe("Initial, stage 2 of 4");
  });

  it("fills by rank, from open to full", () => {
    expect(stageRefs(three).map(filledShare)).toEqual([0, 0.5, 1]);
    expect(stageRefs(four).map(filledShare)).toEqual([0, 1 / 3, 2 / 3, 1]);
  });

  it("gives a custom model's stages the colours of their places", () => {
    const own = ["target", "above", "best"].map((id) => ({ id, title: id }));
    expect(stageRefs(own).map((stage) => stage.tone)).toEqual(["traditional", "advanced", "optimal"]);
  });

  it("gives no two of three stages the same colour, also where a custom one stands beside a known one", () => {
    const dod = ["baseline", "target", "advanced"].map((id) => ({ id, title: id }));
    expect(stageRefs(dod).map((stage) => stage.tone)).toEqual(["traditional", "initial", "advanced"]);
  });

  it("refuses a stage that isn't there", () => {
    expect(() => stageRef(three, "initial")).toThrow(RangeError);
  });
});
