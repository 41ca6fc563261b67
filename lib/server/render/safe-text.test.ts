import { describe, expect, it } from "vitest";
import { fontCoverage } from "./fonts";
import { safeLine, safeStrings, safeText } from "./safe-text";

const fonts = fontCoverage();
const safe = (text: string) => safeText(text, fonts);

describe("safeText", () => {
  it("keeps what looks like markup as it is", () => {
    const text = "#let x = $a$ \\ @ref <script>";
    expect(safe(text)).toBe(text);
  });

  it("takes out control characters, halves of pairs, and overrides of direction", () => {
    expect(safe("a\u0000b\u001bc\u202ed\u2066e")).toBe("abcde");
    expect(safe("a\ud800b")).toBe("a\ufffdb");
    expect(safe("one\r\ntwo\tthree\u2028four")).toBe("one\ntwo three\nfour");
  });

  it("keeps scripts and emoji that a font has, and replaces what none has", () => {
    expect(safe("Łódź Ελλάς Київ")).toBe("Łódź Ελλάς Київ");
    expect(safe("שלום مرحبا")).toBe("שלום مرحبا");
    expect(safe("✅ 👩‍👧")).toBe("✅ 👩‍👧");
    expect(safe("日本")).toBe("\ufffd\ufffd");
  });

  it("keeps a mark only on a letter of its own font, and never a tower of them", () => {
    expect(safe("e\u0301")).toBe("é");
    expect(safe("ж\u05b4")).toBe("ж");
    expect([...safe(`a${"\u0323".repeat(40)}`)].length).toBeLessThanOrEqual(5);
  });

  it("gives long runs places to break: words with a hyphen, addresses without", () => {
    expect(safe("Informationssicherheitsbeauftragter")).toContain("\u00ad");
    const address = safe(`https://example.com/${"a1".repeat(20)}`);
    expect(address).toContain("\u200b");
    expect(address).not.toContain("\u00ad");
    expect(safe("administration")).toBe("administration");
  });

  it("keeps days, quarters and gains on one line", () => {
    expect(safe("from 27 Nov 2026 · Q4 26 · +0.11 overall")).toBe(
      "from 27\u00a0Nov\u00a02026\u00a0· Q4\u00a026\u00a0· +0.11\u00a0overall",
    );
  });
});

describe("safeLine", () => {
  it("is one line without anything invisible", () => {
    expect(safeLine(`a\n${"b".repeat(40)}`, fonts)).toBe(`a ${"b".repeat(40)}`);
  });
});

describe("safeStrings", () => {
  it("reaches every string and leaves the rest alone", () => {
    const value = { a: ["x\u0000", 1, null, true], b: { c: "y\u0007" } };
    expect(safeStrings(value, fonts)).toEqual({ a: ["x", 1, null, true], b: { c: "y" } });
  });
});
