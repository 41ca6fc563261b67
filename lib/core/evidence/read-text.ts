const UTF_16: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, "utf-16le"],
  [0xfe, 0xff, "utf-16be"],
];
/** Control characters that no text has, and the mark of what could not be read. */
const NO_TEXT = /[^\P{Cc}\t\n\f\r]|\ufffd/u;
/** Begins a colour in what terminals write. */
const ESCAPE = String.fromCharCode(27);

/** The text that bytes hold: UTF-8, or UTF-16 with its mark, as Windows exports it; null where they are no text. */
export function readText(bytes: Uint8Array): string | null {
  const wide = UTF_16.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  try {
    const text = new TextDecoder(wide?.[2] ?? "utf-8", { fatal: true }).decode(bytes);
    return NO_TEXT.test(text.replaceAll(ESCAPE, "")) ? null : text;
  } catch {
    return null;
  }
}
