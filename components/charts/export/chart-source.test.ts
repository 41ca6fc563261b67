import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const FRAME = "components/charts/chart-frame.tsx";
const IMPORTED = /from "([^"]+)"|import\("([^"]+)"\)/g;

// What a benchmark alone opens is nobody's to save from.
const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("page.tsx") && !path.startsWith("bench/"))
  .map((path) => join("app", path));

/** Our own files that a file imports, types included. */
function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, "utf8").matchAll(IMPORTED)].flatMap(([, plain, lazy]) => {
    const name = plain ?? lazy ?? "";
    if (!/^(\.|@\/)/.test(name)) return [];
    const path = name.startsWith("@/") ? name.slice(2) : join(dirname(file), name);
    return [`${path}.tsx`, `${path}.ts`, join(path, "index.ts")].filter((each) => existsSync(each));
  });
}

/** Everything that a page is made of. */
function partsOf(page: string): ReadonlySet<string> {
  const parts = new Set([page]);
  for (const part of parts) for (const file of importsOf(part)) if (/^(app|components)\//.test(file)) parts.add(file);
  return parts;
}

const withCharts = pages.map((page) => [page, partsOf(page)] as const).filter(([, parts]) => parts.has(FRAME));

describe("a chart that is saved", () => {
  it("is looked for on every page", () => {
    expect(withCharts.length).toBeGreaterThan(4);
  });

  it.each(withCharts)("says where it comes from: %s", (_, parts) => {
    const telling = [...parts].filter((part) => /\sdata-chart-source=/.test(readFileSync(part, "utf8")));
    expect(telling).not.toEqual([]);
  });
});
