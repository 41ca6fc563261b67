import { readFileSync } from "node:fs";
import { join } from "node:path";

// Only what the template asks for: each further weight costs start-up time.
const FONTS = [
  ["ibm-plex-sans", ["400Regular", "500Medium", "600SemiBold"], "IBMPlexSans"],
  ["ibm-plex-mono", ["400Regular", "600SemiBold"], "IBMPlexMono"],
  ["ibm-plex-sans-arabic", ["400Regular", "600SemiBold"], "IBMPlexSansArabic"],
  ["ibm-plex-sans-hebrew", ["400Regular", "600SemiBold"], "IBMPlexSansHebrew"],
  ["noto-emoji", ["400Regular"], "NotoEmoji"],
] as const;

/** Code points that a family has a letter for, in every weight of it that reports use. */
export type Coverage = readonly ReadonlySet<number>[];

/** Paths of the TrueType files that reports are set in. */
export function fontPaths(): readonly string[] {
  return FONTS.flatMap(pathsOf);
}

let covered: Coverage | undefined;

/** What each family covers, the first one first. Read once. */
export function fontCoverage(): Coverage {
  covered ??= FONTS.map((font) => {
    const [first = new Set<number>(), ...others] = pathsOf(font).map((path) => codePointsOf(readFileSync(path)));
    return new Set([...first].filter((point) => others.every((other) => other.has(point))));
  });
  return covered;
}

function pathsOf([folder, weights, name]: (typeof FONTS)[number]): readonly string[] {
  const root = join(process.cwd(), "node_modules", "@expo-google-fonts", folder);
  return weights.map((weight) => join(root, weight, `${name}_${weight}.ttf`));
}

/**
 * Code points of a TrueType font, from its `cmap` table in the formats 4 and 12.
 * Source: OpenType 1.9, "cmap — Character to Glyph Index Mapping Table".
 */
export function codePointsOf(font: Buffer): ReadonlySet<number> {
  const points = new Set<number>();
  const table = tableOffset(font, "cmap");
  if (table === undefined) return points;
  const count = font.readUInt16BE(table + 2);
  for (let index = 0; index < count; index++) {
    const start = table + font.readUInt32BE(table + 4 + index * 8 + 4);
    const format = font.readUInt16BE(start);
    if (format === 4) readFormat4(font, start, points);
    if (format === 12) readFormat12(font, start, points);
  }
  return points;
}

function tableOffset(font: Buffer, tag: string): number | undefined {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  return undefined;
}

function readFormat4(font: Buffer, start: number, points: Set<number>): void {
  const segments = font.readUInt16BE(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment++) {
    const first = font.readUInt16BE(starts + segment * 2);
    const last = font.readUInt16BE(ends + segment * 2);
    const delta = font.readUInt16BE(deltas + segment * 2);
    const range = ranges + segment * 2;
    const offset = font.readUInt16BE(range);
    for (let point = first; point <= last && point !== 0xffff; point++) {
      const glyph = offset === 0 ? point : font.readUInt16BE(range + offset + (point - first) * 2);
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) points.add(point);
    }
  }
}

function readFormat12(font: Buffer, start: number, points: Set<number>): void {
  const groups = font.readUInt32BE(start + 12);
  for (let group = 0; group < groups; group++) {
    const record = start + 16 + group * 12;
    const last = font.readUInt32BE(record + 4);
    const glyph = font.readUInt32BE(record + 8);
    const first = font.readUInt32BE(record);
    for (let point = first; point <= last; point++) if (glyph + point - first !== 0) points.add(point);
  }
}
