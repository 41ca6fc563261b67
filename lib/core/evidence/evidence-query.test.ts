import { describe, expect, it } from "vitest";
import { evidenceAddress, evidenceQuery } from "./evidence-query";

describe("the address of a list of evidence", () => {
  it("is read back as it was written", () => {
    for (const query of [
      { q: "", sort: "date", all: false },
      { q: "sign-in & log", state: "expired", sort: "added", all: true },
    ] as const) {
      const [, search] = evidenceAddress("/e", query).split("?");
      expect(evidenceQuery.parse(Object.fromEntries(new URLSearchParams(search)))).toEqual(query);
    }
  });

  it("stays short where all is as usual", () => {
    expect(evidenceAddress("/e", { q: "", sort: "date", all: false })).toBe("/e");
  });

  it("takes what can't be read as not given", () => {
    const asked = { q: ["two", "words"], state: "none", sort: "colour", all: ["", ""] };
    expect(evidenceQuery.parse(asked)).toEqual({ q: "", state: undefined, sort: "date", all: false });
    expect(evidenceQuery.parse({ q: "x".repeat(101) }).q).toBe("");
  });
});
