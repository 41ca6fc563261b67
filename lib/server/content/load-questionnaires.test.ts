import { describe, expect, it } from "vitest";
import { loadFiles } from "./load-questionnaires";

describe("a version that continues another one", () => {
  const before = loadFiles("zero-trust", "1.0.0");
  const after = loadFiles("zero-trust", "1.1.0");

  it("has each file that its folder lacks from the earlier one, and its own where it has one", () => {
    expect([...after.files.keys()].sort()).toEqual([...before.files.keys()].sort());
    for (const [path, text] of after.files) {
      if (after.homes.get(path) === "1.0.0") expect(text).toBe(before.files.get(path));
      else expect(text).not.toBe(before.files.get(path));
    }
  });

  it("is read whole by itself, without the other's number", () => {
    expect(after.files.get("questionnaire.yaml")).toContain("version: 1.1.0");
    expect(after.homes.get("data/keys.yaml")).toBe("1.0.0");
    expect(after.homes.get("data/sharing.yaml")).toBe("1.1.0");
  });
});
