import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RegisterRow, registerCsv, registerState, sortRegister } from "./exception-register";

const row = (criterion: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  ...{ criterion, statement: criterion, pillar: "Identity", topic: "Sign-in", answer: "Not met", owner: "CIO" },
  ...{ reason: "plant", risk: "", expires: "2027-01-01", state: "accepted", proposedBy: "them" },
  ...more,
});

describe("registerState", () => {
  it.each([
    ["2026-11-28", true, "lapsed"],
    ["2026-11-28", false, "lapsed"],
    ["2026-11-29", true, "soon"],
    ["2026-12-28", true, "soon"],
    ["2026-12-29", true, "accepted"],
    ["2026-11-29", false, "proposed"],
  ] as const)("ends %s, accepted %s: %s", (expires, accepted, state) => {
    expect(registerState({ expires, accepted }, "2026-11-28")).toBe(state);
  });
});

describe("sortRegister", () => {
  const rows = [row("b", { expires: "2027-03-01", owner: "A" }), row("a", { expires: "2026-12-01", owner: "B" })];
  it("has what lapses soonest first, and turns", () => {
    expect(sortRegister(rows, "until", "ascending").map(({ criterion }) => criterion)).toEqual(["a", "b"]);
    expect(sortRegister(rows, "until", "descending").map(({ criterion }) => criterion)).toEqual(["b", "a"]);
    expect(sortRegister(rows, "owner", "ascending").map(({ owner }) => owner)).toEqual(["A", "B"]);
  });
});

describe("registerCsv", () => {
  it("gives no cell to a spreadsheet as a formula, and every text back whole", () => {
    const text = fc.string().map((tail) => tail.replaceAll("\0", ""));
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "", "a"), text, (head, tail) => {
        const typed = head + tail;
        const cells = parse(registerCsv([row("a", { reason: typed })]))[1] ?? [];
        const reason = cells[6] ?? "";
        expect(reason).not.toMatch(/^[=+\-@\t\r]/);
        expect([typed, `'${typed}`]).toContain(reason);
        expect(cells).toHaveLength(13);
      }),
    );
  });
});

/** A reader of RFC 4180, to hold against the writer. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cells = csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy);
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push([]);
  }
  return rows;
}
