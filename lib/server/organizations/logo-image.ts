import sharp from "sharp";
import { Problem } from "../platform/problem";

/** A logo on a report is at most 60 mm wide; at 500 dots an inch that is 1,200. */
const WIDTH = 1200;
const HEIGHT = 600;
/** A small file can unpack to a huge picture. */
const MAX_PIXELS = 25_000_000;
const TIMEOUT_S = 5;
/** Resolution at which an SVG's own units are pixels, and the range that libvips takes. */
const SVG_DENSITY = { base: 72, most: 2400 };

type Kind = "png" | "jpeg" | "svg";

/**
 * Draws an uploaded logo anew as PNG, at most 1,200 × 600: nothing of the file itself is kept, no script and no metadata.
 *
 * @param bytes PNG, JPEG or SVG, told by the content
 * @throws Problem invalid with what is wrong with it
 */
export async function logoImage(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const kind = kindOf(bytes);
  if (!kind) throw unusable("This is no PNG, JPEG or SVG picture.");
  if (kind === "svg") checkSvg(new TextDecoder().decode(bytes));
  try {
    const { width, height, format } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
    if (format !== kind) throw unusable("This is no PNG, JPEG or SVG picture.");
    const density = kind === "svg" ? { density: densityFor(width, height) } : {};
    const drawn = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", ...density })
      .autoOrient()
      .resize({ width: WIDTH, height: HEIGHT, fit: "inside", withoutEnlargement: true })
      .png()
      .timeout({ seconds: TIMEOUT_S })
      .toBuffer();
    return new Uint8Array(drawn);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unusable("This picture can't be read. Save it anew, at most 5,000 × 5,000 pixels, and try again.");
  }
}

function kindOf(bytes: Uint8Array): Kind | undefined {
  const starts = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  return /^<svg[\s>]/i.test(afterProlog(new TextDecoder().decode(bytes.subarray(0, 4_000)))) ? "svg" : undefined;
}

/** XML without declaration, document type and comments at its beginning. Step by step: one expression for it can take exponential time. */
function afterProlog(text: string): string {
  let rest = text.trimStart();
  for (let step = 0; step < MAX_PROLOG; step++) {
    const part = PROLOG.find(({ open }) => rest.slice(0, open.length).toUpperCase() === open);
    const end = part ? rest.indexOf(part.close) : -1;
    if (!part || end < 0) break;
    rest = rest.slice(end + part.close.length).trimStart();
  }
  return rest;
}

const PROLOG = [
  { open: "<?XML", close: "?>" },
  { open: "<!--", close: "-->" },
  { open: "<!DOCTYPE SVG", close: ">" },
] as const;
/** Programs that draw write three or four. */
const MAX_PROLOG = 10;

/** What an SVG could fetch or unfold; a drawing of a logo needs none of it. */
function checkSvg(text: string): void {
  if (/<!DOCTYPE[^>]*\[|<!ENTITY/i.test(text)) throw unusable("The SVG declares entities. Save it as plain SVG.");
  if (
    /href\s*=\s*["']?\s*(?![\s"'#]|data:image\/(png|jpeg);)/i.test(text) ||
    /@import|url\(\s*["']?\s*(?![\s"'#])/i.test(text)
  ) {
    throw unusable("The SVG refers to something outside itself. Put it into the file, or export a PNG.");
  }
}

function densityFor(width: number, height: number): number {
  const scale = Math.min(WIDTH / Math.max(width, 1), HEIGHT / Math.max(height, 1));
  return Math.max(1, Math.min(SVG_DENSITY.most, SVG_DENSITY.base * scale));
}

function unusable(message: string): Problem {
  return new Problem("invalid", message, [{ path: "logo", message }]);
}
