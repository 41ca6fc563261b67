import { plainColour } from "./colours";
import { element, type Origin } from "./elements";

/** How far under the middle of its line a letter stands, in shares of the size: the page's typeface. */
const BASELINE = 0.34;

/** A text of the page, a line at a time, where it stands; what a box cuts off ends in an ellipsis. */
export function copyText(node: Text, style: CSSStyleDeclaration, origin: Origin): SVGElement[] {
  const edge =
    style.textOverflow === "ellipsis" ? (node.parentElement?.getBoundingClientRect().right ?? Infinity) : Infinity;
  return linesOf(node, edge).map(({ text, left, top, bottom }) =>
    element(
      "text",
      {
        x: left - origin.left,
        y: (top + bottom) / 2 - origin.top + Number.parseFloat(style.fontSize) * BASELINE,
        fill: plainColour(style.color),
        "font-family": style.fontFamily,
        "font-size": style.fontSize,
        "font-weight": style.fontWeight,
        ...(style.letterSpacing === "normal" ? {} : { "letter-spacing": style.letterSpacing }),
      },
      text,
    ),
  );
}

type Line = { text: string; left: number; top: number; bottom: number };

function linesOf(node: Text, edge: number): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (let i = 0; i < node.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const rect = range.getClientRects()[0];
    if (!rect || rect.height === 0) continue;
    const line = lines.at(-1);
    const same = line && Math.abs(line.top - rect.top) < 2;
    if (rect.right > edge + 0.5) {
      if (same && !line.text.endsWith("…")) line.text = `${line.text.slice(0, -1)}…`;
      continue;
    }
    if (same) line.text += node.data[i];
    else lines.push({ text: node.data[i] ?? "", left: rect.left, top: rect.top, bottom: rect.bottom });
  }
  return lines.filter(({ text }) => text.trim() !== "");
}
