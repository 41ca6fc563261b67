/** Separators that people type into whole numbers: spaces (also narrow and no-break ones), commas, apostrophes. */
const GROUPING = /[\s\u00a0\u202f,'’]/g;

/**
 * What a field for a count holds: undefined when it is empty, the number where it is one ("1,200"), else the text itself,
 * so that whoever checks it can say what is wrong.
 */
export function parseCount(text: string): number | string | undefined {
  const plain = text.replace(GROUPING, "");
  if (plain === "") return undefined;
  return /^\d+$/.test(plain) ? Number(plain) : text;
}

/** The same for a level, with a decimal point or comma: "2.4", "2,4". */
export function parseLevel(text: string): number | string | undefined {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return undefined;
  return /^\d+(\.\d*)?$/.test(plain) ? Number(plain) : text;
}

/** The same for a share written in percent, as a share of 1: "40", "40 %", "12,5". */
export function parsePercent(text: string): number | string | undefined {
  const plain = text.replace("%", "").trim().replace(",", ".");
  if (plain === "") return undefined;
  // Rounded, so that 12.5 % is 0.125 and not a hair beside it.
  return /^\d+(\.\d*)?$/.test(plain) ? Number((Number(plain) / 100).toFixed(6)) : text;
}
