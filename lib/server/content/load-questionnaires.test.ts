import { describe, expect, it } from "vitest";
import { loadFiles } from "./load-questionnaires";

describe.each([
  ["1.1.0", "1.0.0"],
  ["1.2.0", "1.1.0"],
])("version %s, which continues %s", (version, earlier) => {
  const before = loadFiles("zero-trust", earlier);
  const after = loadFiles("zero-trust", version);

  it("has each file that its folder lacks from the earlier one, and its own where it has one", () => {
    expect([...after.files.keys()].sort()).toEqual([...before.files.keys()].sort());
    for (const [path, text] of after.files) {
      if (after.homes.get(path) === version) expect(text).not.toBe(before.files.get(path));
      else expect([text, after.homes.get(path)]).toEqual([before.files.get(path), before.homes.get(path)]);
    }
  });

  it("is read whole by itself, without the other's number", () => {
    expect(after.files.get("questionnaire.yaml")).toContain(`version: ${version}`);
  });
});

it("reads a version through each one that it continues", () => {
  const { homes } = loadFiles("zero-trust", "1.2.0");
  expect(["data/keys.yaml", "data/sharing.yaml", "data/encryption.yaml"].map((path) => homes.get(path))).toEqual([
    "1.0.0",
    "1.1.0",
    "1.2.0",
  ]);
});
