import { describe, expect, it } from "vitest";
import { smallInitiative } from "../../../tests/support/small-initiative";
import { effortFor } from "./effort";

const scaled = (scalesWith: "people" | "devices" | "applications" | "servers" | "nothing", fixedShare = 0.4) =>
  smallInitiative("i.x", ["c"], { effort: { low: 20, likely: 50, high: 100, scalesWith, fixedShare } });

describe("effort for an organization", () => {
  it.each([
    // base × (0.4 + 0.6 × size ÷ reference)
    ["the reference itself", "people", {}, { low: 20, likely: 50, high: 100 }],
    ["nothing to scale with", "nothing", { people: 90_000 }, { low: 20, likely: 50, high: 100 }],
    ["2,000 people: × 1.6", "people", { people: 2000 }, { low: 32, likely: 80, high: 160 }],
    ["2,600 devices: × 1.6", "devices", { people: 500, devices: 2600 }, { low: 32, likely: 80, high: 160 }],
    ["applications from 500 people: × 0.7", "applications", { people: 500 }, { low: 14, likely: 35, high: 70 }],
    ["no servers known, nor people", "servers", { devices: 5 }, { low: 20, likely: 50, high: 100 }],
  ] as const)("%s", (_, scalesWith, sizes, effort) => {
    expect(effortFor(scaled(scalesWith), sizes)).toEqual(effort);
  });

  it("rounds to half days under ten, to whole days above, and never to nothing", () => {
    const small = smallInitiative("i.x", ["c"], {
      effort: { low: 1, likely: 8, high: 33, scalesWith: "people", fixedShare: 0 },
    });
    expect(effortFor(small, { people: 410 })).toEqual({ low: 0.5, likely: 3.5, high: 14 });
    expect(effortFor(small, { people: 1 })).toEqual({ low: 0.5, likely: 0.5, high: 0.5 });
  });
});
