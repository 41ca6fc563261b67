import { describe, expect, it } from "vitest";
import { takenNote } from "./taken-note";

const ada = { who: "Ada", note: "seen in the console" };
const bo = { who: "Bo", note: "measured in May" };

describe("the note of an answer that is taken over", () => {
  it.each([
    ["the team's own stays", "ours", [ada], "ours\n\nAda: seen in the console"],
    ["each keeps their own words", "", [ada, bo], "Ada: seen in the console\n\nBo: measured in May"],
    [
      "the same words stay each one's own",
      "",
      [ada, { ...ada, who: "Bo" }],
      "Ada: seen in the console\n\nBo: seen in the console",
    ],
    ["who noted nothing isn't named", "ours", [{ who: "Ada", note: " \n" }, bo], "ours\n\nBo: measured in May"],
    ["nothing noted changes nothing", "ours", [{ who: "Ada", note: "" }], undefined],
    ["taken again it changes nothing", "ours\n\nAda: seen in the console", [ada], undefined],
  ])("%s", (_, held, said, note) => {
    expect(takenNote(held, said)).toEqual(note === undefined ? { full: false } : { note, full: false });
  });

  it("is never cut: without room it stays as it is, and that is told", () => {
    expect(takenNote("x".repeat(19_990), [ada])).toEqual({ full: true });
  });
});
