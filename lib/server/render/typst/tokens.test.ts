import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const LIGHTNESS_CHROMA_HUE = String.raw`([\d.]+)%?[, ]+([\d.]+)[, ]+([\d.]+)`;

describe("colours of reports", () => {
  it("are those of the light theme", () => {
    const css = readFileSync(join("app", "globals.css"), "utf8");
    const typst = readFileSync(join(import.meta.dirname, "tokens.typ"), "utf8");
    const entries = [...typst.matchAll(new RegExp(`"([a-z0-9-]+)": oklch\\(${LIGHTNESS_CHROMA_HUE}deg\\)`, "g"))];
    expect(entries.length).toBeGreaterThan(15);
    for (const [, name, lightness, chroma, hue] of entries) {
      const token = css.match(new RegExp(`--${name}: (?:light-dark\\()?oklch\\(${LIGHTNESS_CHROMA_HUE}\\)`));
      expect(token?.slice(1).map(Number), name).toEqual([
        Number((Number(lightness) / 100).toFixed(4)),
        Number(chroma),
        Number(hue),
      ]);
    }
  });
});
