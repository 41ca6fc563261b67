/**
 * A text without what no database column takes: the character NUL, and halves of a pair, as where an emoji was cut in
 * two; a half becomes U+FFFD. Everything else stays as it is, in every script.
 */
export function wellFormed(text: string): string {
  return text
    .replaceAll("\u0000", "")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
