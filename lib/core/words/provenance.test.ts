import { describe, expect, it } from "vitest";
import { provenanceWords } from "./provenance";

const base = {
  now: new Date("2026-11-27T13:32:00Z"),
  timeZone: "Europe/Berlin",
  questionnaire: "zero-trust",
  version: "1.0.0",
};

describe("provenance", () => {
  it("says as of when, in which state and from which content", () => {
    expect(provenanceWords({ ...base, state: "in-review" })).toBe(
      "As of 27 Nov 2026 14:32 CET · in review · zero-trust 1.0.0",
    );
  });

  it("says the day alone where evidence is judged on another", () => {
    expect(provenanceWords({ ...base, state: "draft", day: "2027-01-31" })).toBe(
      "As of 31 Jan 2027 · in progress · zero-trust 1.0.0",
    );
  });

  it("says who approved and the hash, and neither before approval", () => {
    const approval = { by: "Head of security", hash: "0123456789abcdef0123" };
    expect(provenanceWords({ ...base, state: "approved", approval })).toMatch(
      / · approved by Head of security · zero-trust 1\.0\.0 · 0123456789ab$/,
    );
    expect(provenanceWords({ ...base, state: "draft", approval })).not.toContain("0123");
  });
});
