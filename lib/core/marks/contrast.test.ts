import { describe, expect, it } from "vitest";
import { contrastWithWhite } from "./contrast";

describe("contrastWithWhite", () => {
  // WCAG's own figures for black and white; #767676 is the known lightest grey that passes 4.5:1.
  it.each([
    ["#000000", 21],
    ["#ffffff", 1],
    ["#767676", 4.54],
    ["#ff0000", 4],
  ])("of %s is %f", (colour, ratio) => expect(contrastWithWhite(colour)).toBeCloseTo(ratio, 1));
});
