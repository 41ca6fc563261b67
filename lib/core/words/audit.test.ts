import { describe, expect, it } from "vitest";
import { actionWords, auditLines, valueWords } from "./audit";

describe("actionWords", () => {
  it("says what was done, and gives the id of what it doesn't know", () => {
    expect(actionWords("snapshot.take")).toBe("took a snapshot");
    expect(actionWords("moon.land")).toBe("moon.land");
  });
});

describe("auditLines", () => {
  it("puts before and after side by side, and leaves out what stayed", () => {
    const before = { name: "Round", profile: { offices: true } };
    expect(auditLines({ before, after: { name: "Spring", profile: { offices: true } } })).toEqual([
      { what: "name", before: "Round", after: "Spring" },
    ]);
  });

  it("tells a beginning without a before", () => {
    expect(auditLines({ after: { scope: "Group" } })).toEqual([{ what: "scope", after: "Group" }]);
  });

  it("reads answers, one line a criterion, saved or imported alike", () => {
    const change = {
      criterion: "a.b.c",
      before: null,
      after: { status: "partly", coverage: 0.5, count: 2, population: 4, note: "half", version: 3 },
    };
    const line = { what: "a.b.c", before: "none", after: "Partly 2 of 4, note “half”" };
    expect(auditLines([change])).toEqual([line]);
    expect(auditLines({ answers: [change], evidence: [] })).toEqual([line, { what: "evidence", after: "none" }]);
  });

  it("puts before and after of one key side by side", () => {
    // JSON leaves out a before that was nothing.
    expect(auditLines({ by: { after: "2028-12-31" } })).toEqual([{ what: "by", before: "none", after: "2028-12-31" }]);
  });

  it("reads plain values", () => {
    expect(auditLines({ email: "a@example.org" })).toEqual([{ what: "email", after: "a@example.org" }]);
    expect(auditLines(null)).toEqual([]);
  });
});

describe("valueWords", () => {
  it.each([
    [true, "yes"],
    [null, "none"],
    ["", "none"],
    [["a", "b"], "a and b"],
    [Array.from({ length: 40 }, () => 1), "40 entries"],
    [{}, "none"],
    [{ people: 1200 }, "people 1200"],
  ])("writes %j as %s", (value, words) => expect(valueWords(value)).toBe(words));
});
