import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { criteriaAsked, profileScope } from "./profile-scope";

describe("profileScope", () => {
  const scope = profileScope(SMALL_QUESTIONNAIRE);

  it("names what a no leaves out", () => {
    expect(scope.facts).toMatchObject([
      { id: "offices", criteria: 2, topics: [{ title: "network.segments", pillar: "Network" }] },
    ]);
  });

  it("takes nothing away for a fact that no topic hangs on", () => {
    const idle = { id: "idle", question: "Does it matter?", help: "It doesn't." };
    const { facts } = profileScope({ ...SMALL_QUESTIONNAIRE, profile: [...SMALL_QUESTIONNAIRE.profile, idle] });
    expect(facts.map(({ id, criteria }) => [id, criteria])).toEqual([
      ["offices", 2],
      ["idle", 0],
    ]);
  });

  it("asks everything unless a fact is false", () => {
    expect(scope.total).toBe(7);
    expect(criteriaAsked(scope, {})).toBe(7);
    expect(criteriaAsked(scope, { offices: true })).toBe(7);
    expect(criteriaAsked(scope, { offices: false })).toBe(5);
  });
});
