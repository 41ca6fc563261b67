import { describe, expect, it } from "vitest";
import { controlsOf } from "../../core/frameworks/framework-views";
import { loadFiles, loadFramework } from "./load-questionnaires";

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

it("has the controls and enhancements of SP 800-53 revision 5 that are in force", () => {
  const ids = controlsOf(loadFramework("nist-800-53")).flatMap(({ controls }) => controls.map(({ id }) => id));
  const enhancements = ids.filter((id) => id.includes("("));
  // NIST's own catalogue: 182 of its 1,189 ids say where what they asked for went.
  expect([ids.length - enhancements.length, enhancements.length]).toEqual([298, 709]);
  expect(ids).toEqual(expect.arrayContaining(["AC-2", "AC-2(11)", "SA-11", "SC-51", "SR-11"]));
  for (const gone of ["AC-2(10)", "AC-13", "AC-15", "CP-10(3)", "IR-10", "SA-12", "SC-19"])
    expect(ids).not.toContain(gone);
});
