import type { Coverage } from "./fonts";

const REPLACEMENT = "\ufffd";
/** Longest run without a place to break that the narrowest column of a report holds. */
const LONGEST_RUN = 16;
const MARKS_A_LETTER = 4;

/**
 * Text as it can be set, whatever somebody typed or pasted: no control characters, no overrides of writing direction, no
 * halves of surrogate pairs, no letter that the fonts lack (PDF/UA forbids empty boxes; a replacement sign stands
 * there), no tower of marks, and places to break in what would run out of its column.
 *
 * @param fonts what each of the families covers
 */
export function safeText(text: string, fonts: Coverage): string {
  const plain = text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/\t/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
    // What isn't seen anyhow, but for joiners, places to break and the choice between picture and text.
    .replace(/(?!\u00ad|[\u200b-\u200d]|\u2060|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/(\p{M})\p{M}*/gu, (marks) => [...marks].slice(0, MARKS_A_LETTER).join(""));
  return breakable(keepTogether(isPlain(plain, fonts) ? plain : replaceMissing(plain, fonts)));
}

/** The same for what is never broken and never seen on a page, such as the title of the file: one line, nothing invisible. */
export function safeLine(text: string, fonts: Coverage): string {
  return safeText(text, fonts)
    .replace(/[\u00ad\u200b]/g, "")
    .replace(/\s+/g, " ");
}

/** The same for every string of a value; the value's shape stays as it is. */
export function safeStrings<T>(value: T, fonts: Coverage): T {
  const seen = new Map<string, string>();
  const safe = (text: string) => {
    const known = seen.get(text) ?? safeText(text, fonts);
    seen.set(text, known);
    return known;
  };
  // A boundary: JSON in, the same JSON out.
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === "string" ? safe(part) : part)) as T;
}

/** Whether the first family has every letter, none of which joins another: so it is with nearly all text. */
function isPlain(text: string, [first]: Coverage): boolean {
  if (/[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(text)) return false;
  for (const letter of text) if (letter !== "\n" && !first?.has(letter.codePointAt(0) ?? 0)) return false;
  return true;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

// A letter and its marks are set in one font or not at all, so each such cluster is looked at as a whole.
function replaceMissing(text: string, fonts: Coverage): string {
  let shown = "";
  for (const { segment } of graphemes.segment(text)) {
    const has = (cluster: string) => fonts.some((font) => [...cluster].every((letter) => isSet(letter, font)));
    const [base = ""] = segment;
    if (segment === "\n" || has(segment)) shown += segment;
    else if (/\p{Zs}/u.test(base)) shown += " ";
    else shown += has(base) && !/\p{M}/u.test(base) ? base : REPLACEMENT;
  }
  return shown;
}

function isSet(letter: string, font: ReadonlySet<number>): boolean {
  return font.has(letter.codePointAt(0) ?? 0) || /\p{Default_Ignorable_Code_Point}/u.test(letter);
}

/** Days, quarters and gains don't break across lines, and no line begins with a dot between two parts. */
function keepTogether(text: string): string {
  return text
    .replaceAll(" · ", "\u00a0· ")
    .replace(/\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})\b/g, "$1\u00a0$2\u00a0$3")
    .replace(/\bQ([1-4]) (\d\d)\b/g, "Q$1\u00a0$2")
    .replace(/(\d) (overall|person-days?)\b/g, "$1\u00a0$2");
}

function breakable(text: string): string {
  if (text.length <= LONGEST_RUN) return text;
  return text.replace(/[^\s\u00ad\u200b-]+/g, (run) => {
    const clusters = [...run];
    if (clusters.length <= LONGEST_RUN) return run;
    // A broken word shows a hyphen; an address or a number must not gain one.
    const joint = /^\p{L}+[\p{P}]?$/u.test(run) ? "\u00ad" : "\u200b";
    return clusters
      .map((letter, index) => (index > 0 && index % 8 === 0 && isBase(letter) ? joint + letter : letter))
      .join("");
  });
}

/** Whether a break may stand before a letter: not before a mark or an invisible joiner. */
function isBase(letter: string): boolean {
  return !/[\p{M}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]/u.test(letter);
}
