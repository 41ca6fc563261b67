import { describe, expect, it } from "vitest";
import { titledQuestionnaire } from "../../../tests/support/titled-questionnaire";
import { dashboardLinks } from "./addresses";
import { architectureSentence, describeArchitecture } from "./architecture";
import { whereToStart } from "./where-to-start";

const content = titledQuestionnaire({
  pillars: {
    identity: {
      topics: {
        "identity.sign-in": { gate: true, criteria: { advanced: { a: 1 } } },
        "identity.rest": { criteria: { advanced: { b: 1 } } },
      },
    },
    network: {
      topics: { "network.segments": { gate: true, condition: "own-networks", criteria: { advanced: { c: 1 } } } },
    },
    data: { topics: { "data.keys": { criteria: { advanced: { d: 1 } } } } },
  },
});

describe("where to start", () => {
  const links = dashboardLinks("/org/assessments/round");

  it("is with the gates that are in scope", () => {
    expect(
      whereToStart(content, {}, links).map(({ id, gates }) => [id, gates.map(({ walkHref }) => walkHref)]),
    ).toEqual([
      ["identity", ["/org/assessments/round/walk/identity/sign-in"]],
      ["network", ["/org/assessments/round/walk/network/segments"]],
    ]);
    expect(whereToStart(content, { "own-networks": false }, links).map(({ id }) => id)).toEqual(["identity"]);
  });
});

describe("reference architecture", () => {
  const stage = (number: number, name: string) => ({ stage: { number, of: 3, name, tone: "advanced" as const } });

  it("puts who asks on one side and what is reached on the other, also without a score", () => {
    const { sources, resources } = describeArchitecture(content.pillars, []);
    expect(sources.map(({ name }) => name)).toEqual(["Identity"]);
    expect(resources).toEqual([
      { id: "network", name: "Network", row: undefined },
      { id: "data", name: "Data", row: undefined },
    ]);
  });

  it("counts the components at each stage, from the lowest up", () => {
    const rows = [stage(2, "Advanced"), stage(1, "Traditional"), stage(1, "Traditional"), stage(3, "Optimal")];
    expect(architectureSentence(rows)).toBe("Each component in its stage: 2 of 4 traditional, 1 advanced, 1 optimal.");
  });
});
