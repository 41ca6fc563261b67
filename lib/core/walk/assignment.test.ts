import { describe, expect, it } from "vitest";
import { type AssignmentView, isAssigned } from "./assignment";

describe("whose a topic is", () => {
  const asked = (place: string, more: Partial<AssignmentView> = {}): AssignmentView => ({
    person: "me",
    place,
    state: "open",
    note: "",
    ...more,
  });
  it.each<[string, AssignmentView[], boolean]>([
    ["nothing asked", [], false],
    ["the topic", [asked("identity.risk")], true],
    ["its pillar", [asked("identity")], true],
    ["everything", [asked("*")], true],
    ["another topic that begins alike", [asked("identity.risk-appetite")], false],
    ["another pillar", [asked("devices")], false],
    ["of somebody else", [asked("identity", { person: "other" })], false],
    ["handed back", [asked("identity.risk", { state: "handed-back" })], true],
    ["returned as not mine", [asked("identity.risk", { state: "returned" })], false],
    [
      "the topic returned, the pillar still asked",
      [asked("identity.risk", { state: "returned" }), asked("identity")],
      true,
    ],
  ])("%s", (_, assignments, mine) => {
    expect(isAssigned(assignments, "me", "identity.risk")).toBe(mine);
  });
});
