import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { PAGES, ROUTES } from "./routes";

const ROOT = join(import.meta.dirname, "..", "..");
const DOORS = [
  "handler",
  "bytesHandler",
  "uploadHandler",
  "personHandler",
  "openHandler",
  "guestHandler",
  "statementHandler",
  "streamHandler",
];
/** Routes that are no door's: next-auth's own, and health, which says nothing of anybody. */
const EXEMPT = ["app/api/auth/[...nextauth]/route.ts", "app/api/health/live/route.ts", "app/api/health/ready/route.ts"];

function filesBelow(folder: string, name: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function exportsOf(file: string): string[] {
  return [
    ...readFileSync(join(ROOT, file), "utf8").matchAll(
      /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g,
    ),
  ].map((match) => match[1] ?? "");
}

/** The address of a route or page file: without groups. */
function addressOf(file: string): string {
  const parts = file
    .split("/")
    .slice(1, -1)
    .filter((part) => !part.startsWith("("));
  return `/${parts.join("/")}`;
}

const routes = filesBelow("app", "route.ts").filter((file) => !EXEMPT.includes(file));
const pages = filesBelow("app/(workspace)", "page.tsx");

describe("the one door", () => {
  it.each(routes)("%s is made by it, each method", (file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    const made = [...text.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) = (\w+)[(<]/g)];
    expect(made.map((match) => match[1]).sort()).toEqual(exportsOf(file).sort());
    expect(made.length).toBeGreaterThan(0);
    for (const match of made) expect(DOORS).toContain(match[2]);
  });

  it.each(pages)("%s reads through it", (file) => {
    expect(readFileSync(join(ROOT, file), "utf8")).toMatch(/\b(readPage|personPage)\(|from "@\/lib\/server\/.*-page"/);
  });

  it("has no server actions beside it", () => {
    for (const folder of ["app", "components", "lib"]) {
      for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
        expect(readFileSync(join(entry.parentPath, entry.name), "utf8"), entry.name).not.toMatch(
          /^\s*["']use server["']/m,
        );
      }
    }
  });

  it("is the only importer of the unscoped database", () => {
    const importers = readdirSync(join(ROOT, "lib"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !entry.parentPath.includes("generated"))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((file) => /new PrismaClient\(/.test(readFileSync(join(ROOT, file), "utf8")));
    expect(importers).toEqual(["lib/server/platform/database/client.ts"]);
  });

  it("has a row in the matrix for every route, and none for what is gone", () => {
    const there = routes.flatMap((file) => exportsOf(file).map((method) => `${method} ${addressOf(file)}`));
    expect(ROUTES.map((row) => `${row.method} ${row.path}`).sort()).toEqual(there.sort());
  });

  it("has a row in the matrix for every page of the workspace", () => {
    expect(PAGES.map((row) => row.path).sort()).toEqual(pages.map(addressOf).sort());
  });
});
