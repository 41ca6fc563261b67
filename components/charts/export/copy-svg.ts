import { plainColour } from "./colours";
import { element } from "./elements";

/** What styles give and a file must say itself. */
const INHERITED = ["font-family", "font-size", "font-weight", "letter-spacing", "text-anchor"] as const;
const OWN = [
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "fill-rule",
  "fill-opacity",
  "opacity",
  "vector-effect",
] as const;
const PLAIN: Readonly<Record<string, string>> = {
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  "fill-rule": "nonzero",
  "fill-opacity": "1",
  opacity: "1",
  "vector-effect": "none",
  "letter-spacing": "normal",
};
const KEPT =
  /^(x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|d|points|width|height|viewBox|preserveAspectRatio|transform|id|patternUnits|patternTransform)$/;

/** An SVG of the page as one that stands alone: colours, lines and type as they are computed, no class, link or script. */
export function copySvg(original: SVGSVGElement, at: Readonly<{ x: number; y: number }>): SVGElement {
  const { width, height } = original.getBoundingClientRect();
  const made = copy(original);
  for (const [key, value] of Object.entries({ ...at, width, height, overflow: "visible" }))
    made.setAttribute(key, String(value));
  return made;
}

function copy(from: Element): SVGElement {
  const style = getComputedStyle(from);
  const made = element(from.tagName === "a" ? "g" : from.tagName, {});
  for (const { name, value } of from.attributes) if (KEPT.test(name)) made.setAttribute(name, value);
  if (from.tagName === "svg") made.setAttribute("overflow", style.overflow === "hidden" ? "hidden" : "visible");
  if (/^(rect|circle|line|path|polygon|polyline|text|tspan|ellipse)$/.test(from.tagName)) paint(made, style);
  if (from.tagName === "text" || from.tagName === "tspan")
    for (const name of INHERITED)
      if (style.getPropertyValue(name) !== PLAIN[name]) made.setAttribute(name, style.getPropertyValue(name));
  for (const child of from.childNodes) {
    if (child instanceof Element) {
      if (child.tagName !== "title" && getComputedStyle(child).display !== "none") made.append(copy(child));
    } else if (child.nodeType === Node.TEXT_NODE) made.append(child.textContent ?? "");
  }
  return made;
}

function paint(made: SVGElement, style: CSSStyleDeclaration): void {
  made.setAttribute("fill", reference(style.fill));
  const stroke = reference(style.stroke);
  if (stroke !== "none") made.setAttribute("stroke", stroke);
  for (const name of OWN) {
    const value = style.getPropertyValue(name);
    if (value !== PLAIN[name] && (stroke !== "none" || !name.startsWith("stroke"))) made.setAttribute(name, value);
  }
}

/** A pattern is named without the page's address. */
function reference(paint: string): string {
  const pattern = /url\("?[^#]*#([^")]+)"?\)/.exec(paint);
  return pattern ? `url(#${pattern[1]})` : plainColour(paint);
}
