import { describe, expect, it } from "vitest";
import type { Entry } from "./entry";
import { savedBefore } from "./saved-before";

describe("a refused change that had been saved", () => {
  const version = (more: Partial<Entry>): Entry => ({
    answer: { status: "met" },
    note: "",
    version: 4,
    how: "hand",
    changedBy: "me",
    changedAt: 0,
    ...more,
  });
  const change = { criterion: "a", base: 3, answer: { status: "met" } } as const;
  it.each<[string, Entry[], boolean]>([
    ["never arrived", [version({ version: 3 })], false],
    ["stands as it was sent", [version({})], true],
    [
      "has been built on by somebody else",
      [version({ version: 5, changedBy: "other", answer: null }), version({})],
      true,
    ],
    ["is somebody else's, and says the same by chance", [version({ changedBy: "other" })], false],
    ["says something else", [version({ answer: { status: "unknown" } })], false],
    ["is older than what it was made on", [version({ version: 2 })], false],
  ])("%s", (_, versions, saved) => {
    expect(savedBefore(change, "me", versions) !== undefined).toBe(saved);
  });

  it("is known by its note too, where it has one", () => {
    const noted = { ...change, note: "see the contract" };
    expect(savedBefore(noted, "me", [version({})])).toBeUndefined();
    expect(savedBefore(noted, "me", [version({ note: "see the contract" })])).toBeDefined();
  });
});
