import { describe, expect, it } from "vitest";
import { checkStorable } from "./check-storable";
import { ASSESSMENT_FORMAT, type AssessmentFile, type FileAnswer } from "./schema";

const fileOf = (answer: Partial<FileAnswer>): AssessmentFile => ({
  format: ASSESSMENT_FORMAT,
  questionnaire: { id: "small", version: "1.0.0" },
  answers: [{ criterion: "a.b.c", status: "met", ...answer }],
});
const piece = { title: "Scan", date: "2026-11-01", verdict: "supports" as const };

describe("checkStorable", () => {
  it("finds nothing in a plain file", () => {
    expect(checkStorable(fileOf({ note: "Grüße 🚪", evidence: [{ ...piece, expires: "2026-11-02" }] }))).toEqual([]);
  });

  it.each([
    ["a NUL", { note: "a\0b" }, "$.answers[0].note"],
    ["half a pair", { note: "a\ud83d" }, "$.answers[0].note"],
    ["a count too large", { count: 3_000_000_000, population: 3_000_000_001 }, "$.answers[0].count"],
    [
      "a year that no calendar here has",
      { evidence: [{ ...piece, date: "0000-01-01" }] },
      "$.answers[0].evidence[0].date",
    ],
    [
      "evidence that ends as it begins",
      { evidence: [{ ...piece, expires: piece.date }] },
      "$.answers[0].evidence[0].expires",
    ],
  ])("names %s", (_, answer, path) => {
    expect(checkStorable(fileOf(answer)).map((problem) => problem.path)).toContain(path);
  });
});
