import { describe, expect, it } from "vitest";
import { MAX_YAML_BYTES, readYaml } from "./read-yaml";

const problemsOf = (text: string) => {
  const read = readYaml(text);
  return read.ok ? [] : read.problems.map(({ line, column, path, message }) => `${line}:${column} ${path} ${message}`);
};

describe("readYaml", { timeout: 60_000 }, () => {
  it("reads data, and finds the place of a path or of the deepest part that is there", () => {
    const read = readYaml("id: one\nlist:\n  - name: a\n  - name: b\n");
    if (!read.ok) throw new Error("it reads");
    expect(read.data).toEqual({ id: "one", list: [{ name: "a" }, { name: "b" }] });
    expect(read.locate(["list", 1, "name"])).toEqual({ line: 4, column: 11 });
    expect(read.locate(["list", 1, "missing"])).toEqual({ line: 4, column: 5 });
  });

  it.each([
    ["a tab for an indent", "a:\n\t- 1\n", /^2:1 {2}/],
    ["an unfinished text", 'a: "open\n', /^\d:\d+ {2}Missing closing "quote/],
    ["a key that stands twice", "a: 1\nb:\n  c: 1\n  c: 2\n", /^4:3 b the key c stands twice$/],
    ["an alias", "a: &x [1]\nb: *x\n", /anchors \(&\) and aliases \(\*\) aren't read/],
    ["a map as a key", "? {a: 1}\n: 2\n", /a key must be a plain word/],
  ])("says where %s is", (_, text, message) => {
    expect(problemsOf(text)[0]).toMatch(message);
  });

  it("refuses what only costs: a billion laughs, depth, size, too many entries", () => {
    const laughs = `a: &a [x, x]\n${[..."bcdefghij"].map((name, i) => `${name}: &${name} [*${"abcdefghi"[i]}, *${"abcdefghi"[i]}]\n`).join("")}`;
    expect(problemsOf(laughs).length).toBeGreaterThan(5);
    expect(problemsOf("[".repeat(100_000))[0]).toMatch(/nested deeper than 20/);
    expect(problemsOf(`${"[".repeat(30)}${"]".repeat(30)}`)[0]).toMatch(/nested deeper than 20/);
    expect(problemsOf(`a: ${"x".repeat(MAX_YAML_BYTES)}`)).toEqual([
      "1:1  has more than 2 MB, which is the most that is read",
    ]);
    const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join("");
    expect(problemsOf("- 1\n".repeat(200_000))).toEqual(["1:1  has more entries than content can have"]);
    expect(problemsOf(`${keys}k1: 2\n`)).toEqual(["20001:1  the key k1 stands twice"]);
  });

  it("keeps keys that JavaScript means something by as plain data", () => {
    const read = readYaml("__proto__: {a: 1}\nconstructor: x\n");
    expect(read.ok && Object.keys(read.data as object)).toEqual(["__proto__", "constructor"]);
  });
});
