import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

const rowsOf = (text: string) => text.slice(1).split("\r\n");

describe("toCsv", () => {
  it("writes figures as numbers, and quotes what needs it", () => {
    const text = toCsv(
      [
        ["Pillar", "Change", "Count"],
        ["Identity, people", "+0.11", "1,204"],
        ['Said "so"', "−0.02", "12"],
      ],
      ["As of 27 Nov 2026 · draft"],
    );
    expect(rowsOf(text)).toEqual([
      "Pillar,Change,Count",
      '"Identity, people",0.11,1204',
      '"Said ""so""",-0.02,12',
      "",
      "As of 27 Nov 2026 · draft",
      "",
    ]);
    expect(text.charCodeAt(0)).toBe(0xfeff);
  });

  it.each(["=1+1", "+cmd", "-2+3", "@sum", "\t=1", " =1", "\u200b=1", "＝1", "−a", "+0.1x", "\r=1"])(
    "keeps %j from being run",
    (text) => {
      expect(toCsv([[text]], []).slice(1)).toMatch(/^"?'/);
    },
  );

  it("never lets a cell begin a formula, and keeps the number of cells", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 4 }), (cells) => {
        const parsed = parse(toCsv([cells], []).slice(1));
        expect(parsed[0]).toHaveLength(cells.length);
        for (const text of parsed[0] ?? []) expect(text).not.toMatch(/^\s*[=+@]|^\s*-(?!\d+(\.\d+)?$)/);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A reader of its own, by the standard's grammar. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; at < text.length && !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== "," && text.slice(at, at + 2) !== "\r\n") cell += text[at++];
    }
    rows.at(-1)?.push(cell);
    if (text[at] === ",") {
      at++;
      if (at === text.length || text.slice(at, at + 2) === "\r\n") rows.at(-1)?.push("");
    }
    if (text.slice(at, at + 2) === "\r\n") {
      at += 2;
      rows.push([]);
    }
  }
  return rows;
}
