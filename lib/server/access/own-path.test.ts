import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

describe("ownPath", () => {
  it("goes on to a path of this site", () => {
    expect(ownPath("/harbour/assessments/2026?tab=a#b")).toBe("/harbour/assessments/2026?tab=a#b");
  });

  it.each([
    undefined,
    "",
    "/",
    "/sign-in",
    "/sign-in?next=/x",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example/x",
    "/..//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "javascript:alert(1)",
  ])("leads home instead of to %j", (given) => {
    expect(ownPath(given)).toBe("/home");
  });
});
