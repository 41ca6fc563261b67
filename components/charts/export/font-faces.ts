const FAMILIES = /IBM Plex (Sans|Mono)/;

/**
 * The page's own typeface as `@font-face` rules with the files inside, as far as a text needs them: a file that is opened elsewhere has no
 * way to the page's. Empty where they can't be had; other typefaces stand in then.
 */
export async function fontFaces(text: string): Promise<string> {
  const points = [...new Set([...text].map((letter) => letter.codePointAt(0) ?? 0))];
  const rules = [...document.styleSheets]
    .flatMap((sheet) => rulesOf(sheet))
    .filter((rule) => FAMILIES.test(rule.style.getPropertyValue("font-family")))
    .filter((rule) => points.some((point) => covers(rule.style.getPropertyValue("unicode-range"), point)));
  return (await Promise.all(rules.map(faceOf))).join("\n");
}

function rulesOf(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
}

/** "U+0020-007E, U+2212". */
function covers(ranges: string, point: number): boolean {
  return ranges.split(",").some((range) => {
    const [from = "", to = from] = range.trim().replace(/^U\+/i, "").split("-");
    return point >= Number.parseInt(from, 16) && point <= Number.parseInt(to, 16);
  });
}

async function faceOf(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (!address) return "";
  const response = await fetch(new URL(address, rule.parentStyleSheet?.href ?? location.href));
  if (!response.ok) return "";
  const property = (name: string) => `${name}:${rule.style.getPropertyValue(name)};`;
  const kept = ["font-family", "font-style", "font-weight", "unicode-range"].map(property).join("");
  return `@font-face{${kept}src:url(${await dataUrl(await response.blob())}) format("woff2")}`;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
