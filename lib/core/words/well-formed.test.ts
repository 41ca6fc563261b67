import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wellFormed } from "./well-formed";

describe("a text that can be stored", () => {
  it("stays as it is where nothing is wrong with it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("\u0000"));
        expect(wellFormed(text)).toBe(text);
      }),
    );
    expect(wellFormed("מאובטח 🔐 نعم 👩‍💻")).toBe("מאובטח 🔐 نعم 👩‍💻");
  });

  it("loses NUL, and half an emoji becomes a mark", () => {
    expect(wellFormed("a\u0000b")).toBe("ab");
    expect(wellFormed("🔐".slice(0, 1))).toBe("\uFFFD");
    expect(wellFormed(`${"🔐".slice(1)}x🔐`)).toBe("\uFFFDx🔐");
  });

  it("is always well formed, whatever comes", () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 20 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(encodeURIComponent(wellFormed(text))).not.toContain("%00");
      }),
    );
  });
});
