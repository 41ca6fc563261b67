import { describe, expect, it } from "vitest";
import { judgeLock, writeLock } from "./lock";

const HASH = "a".repeat(64);
const OTHER = "b".repeat(64);
const CONTENT = { id: "small", version: "1.0.0", sha256: HASH };

describe("judgeLock", () => {
  it.each([
    ["no lock", undefined, "missing"],
    ["not JSON", "{", "unreadable"],
    ["another form", '{"sha256": "x"}', "unreadable"],
    ["another version", writeLock({ ...CONTENT, version: "1.1.0", draft: false }), "unreadable"],
    ["the same content", writeLock({ ...CONTENT, draft: false }), "locked"],
    ["changed content", writeLock({ ...CONTENT, sha256: OTHER, draft: false }), "changed"],
    ["a draft of the same content", writeLock({ ...CONTENT, draft: true }), "draft"],
    ["a draft that has changed", writeLock({ ...CONTENT, sha256: OTHER, draft: true }), "draft-changed"],
  ])("%s", (_, text, state) => {
    expect(judgeLock(text, CONTENT)).toBe(state);
  });
});
