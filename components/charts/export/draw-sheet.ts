import { plainColour } from "./colours";
import { hatchPattern } from "./copy-box";
import { copyHtml } from "./copy-html";
import { element } from "./elements";
import { fontFaces } from "./font-faces";

/** A picture that stands alone, as SVG, and its size in pixels. */
export type Sheet = Readonly<{ text: string; width: number; height: number }>;

type Words = Readonly<{ title: string; sentence: string; source: readonly string[] }>;

const MARGIN = 20;
const LEAST_WIDTH = 320;
const FONT = '"IBM Plex Sans", system-ui, sans-serif';

/** Draws a chart with its title and sentence above and where it comes from below, in the theme that the page has. */
export async function drawSheet(picture: HTMLElement, { title, sentence, source }: Words): Promise<Sheet> {
  const { left, top, width: own, height: tall } = picture.getBoundingClientRect();
  const width = Math.max(Math.ceil(own), LEAST_WIDTH) + 2 * MARGIN;
  const colour = (name: string) => plainColour(resolve(name));
  const ink = colour("--ink");
  const soft = colour("--ink-2");
  const body: SVGElement[] = [];
  let y = MARGIN + 13;
  const write = (
    text: string,
    { size, weight = 400, fill }: Readonly<{ size: number; weight?: number; fill: string }>,
  ) => {
    for (const line of wrapped(text, { size, weight, width: width - 2 * MARGIN })) {
      body.push(
        element("text", { x: MARGIN, y, fill, "font-family": FONT, "font-size": size, "font-weight": weight }, line),
      );
      y += Math.ceil(size * 1.4);
    }
  };
  write(title, { size: 15, weight: 600, fill: ink });
  write(sentence, { size: 12.5, fill: soft });
  const drawing = element("g", { transform: `translate(${MARGIN} ${y})` });
  drawing.append(...copyHtml(picture, { left, top }));
  body.push(drawing);
  y += Math.ceil(tall) + 26;
  for (const line of source) write(line, { size: 10.5, fill: soft });
  const height = y + MARGIN - 12;

  const sheet = element("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  });
  const defs = element("defs", {});
  defs.append(hatchPattern(colour("--ink-3")));
  sheet.append(
    element("title", {}, title),
    element("desc", {}, [sentence, ...source].join("\n")),
    defs,
    element("rect", { width, height, fill: colour("--raised") }),
    ...body,
  );
  const faces = await fontFaces(sheet.textContent ?? "");
  if (faces) defs.append(element("style", {}, faces));
  return { text: new XMLSerializer().serializeToString(sheet), width, height };
}

/** A token has two colours, for light and dark: an element that has it computes which applies. */
function resolve(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

let measuring: CanvasRenderingContext2D | null = null;

function wrapped(
  text: string,
  { size, weight, width }: Readonly<{ size: number; weight: number; width: number }>,
): string[] {
  measuring ??= document.createElement("canvas").getContext("2d");
  if (measuring) measuring.font = `${weight} ${size}px ${FONT}`;
  const wide = (line: string) => (measuring?.measureText(line).width ?? 0) > width;
  const lines: string[] = [];
  // An address may break after a slash.
  for (const part of text.split(/(?<= )|(?<=\/)/)) {
    const line = lines.at(-1);
    if (line !== undefined && !wide(line + part.trimEnd())) lines[lines.length - 1] = line + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd()).filter(Boolean);
}
