import { plainColour } from "./colours";
import { element, type Origin } from "./elements";

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;
const HATCH_ID = "export-hatch";

/** The pattern of what is not known, as boxes of the page have it. */
export function hatchPattern(ink: string): SVGElement {
  const pattern = element("pattern", {
    id: HATCH_ID,
    width: 5,
    height: 5,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  pattern.append(element("line", { x1: 0, y1: 0, x2: 0, y2: 5, "stroke-width": 1.4, stroke: ink }));
  return pattern;
}

/** Background, hatching, borders and the notch of a box. */
export function copyBox(box: Element, style: CSSStyleDeclaration, origin: Origin): SVGElement[] {
  const { left, top, width, height } = box.getBoundingClientRect();
  const place = { x: left - origin.left, y: top - origin.top, width, height };
  const drawn: SVGElement[] = [];
  const fill = plainColour(style.backgroundColor);
  if (fill !== "none") drawn.push(element("rect", { ...place, fill }));
  if (style.backgroundImage.includes("gradient"))
    drawn.push(element("rect", { ...place, fill: `url(#${HATCH_ID})`, opacity: style.opacity }));
  for (const side of SIDES) {
    const size = Number.parseFloat(style[`border${side}Width`]);
    const stroke = plainColour(style[`border${side}Color`]);
    if (size > 0 && stroke !== "none" && style[`border${side}Style`] !== "none")
      drawn.push(edge(side, { ...place, size, stroke }));
  }
  const before = getComputedStyle(box, "::before");
  const notch = plainColour(before.backgroundColor);
  if (before.content !== "none" && notch !== "none" && before.position === "absolute")
    drawn.push(element("rect", { ...place, width: Number.parseFloat(before.width), fill: notch }));
  return drawn;
}

function edge(
  side: (typeof SIDES)[number],
  {
    x,
    y,
    width,
    height,
    size,
    stroke,
  }: Readonly<{ x: number; y: number; width: number; height: number; size: number; stroke: string }>,
): SVGElement {
  const half = size / 2;
  const at = {
    Top: { x1: x, x2: x + width, y1: y + half, y2: y + half },
    Bottom: { x1: x, x2: x + width, y1: y + height - half, y2: y + height - half },
    Left: { x1: x + half, x2: x + half, y1: y, y2: y + height },
    Right: { x1: x + width - half, x2: x + width - half, y1: y, y2: y + height },
  }[side];
  return element("line", { ...at, stroke, "stroke-width": size });
}
