const SVG = "http://www.w3.org/2000/svg";

/** The corner that everything is placed from, in the window. */
export type Origin = Readonly<{ left: number; top: number }>;

type Attributes = Readonly<Record<string, string | number>>;

/** A new element of SVG with its attributes and, where given, its text. */
export function element(name: string, attributes: Attributes, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}
