import { copyBox } from "./copy-box";
import { copySvg } from "./copy-svg";
import { copyText } from "./copy-text";
import type { Origin } from "./elements";

/** All that a part of the page shows as elements of SVG, from its own upper left corner: boxes, texts and pictures. */
export function copyHtml(part: Element, origin: Origin): SVGElement[] {
  const style = getComputedStyle(part);
  if (style.display === "none" || style.visibility === "hidden" || isForReadersOnly(style)) return [];
  if (part instanceof SVGSVGElement) {
    const { left, top } = part.getBoundingClientRect();
    return [copySvg(part, { x: left - origin.left, y: top - origin.top })];
  }
  const drawn = style.display === "contents" ? [] : copyBox(part, style, origin);
  for (const child of part.childNodes) {
    if (child instanceof Element) drawn.push(...copyHtml(child, origin));
    else if (child instanceof Text) drawn.push(...copyText(child, style, origin));
  }
  return drawn;
}

/** Words for screen readers are laid out in a box of one pixel. */
function isForReadersOnly({ position, width, height }: CSSStyleDeclaration): boolean {
  return position === "absolute" && width === "1px" && height === "1px";
}
