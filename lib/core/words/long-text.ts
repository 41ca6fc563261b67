import { formatCount } from "./format";

/** How long a text may be, in characters, by what it is. */
export const LONGEST = { note: 20_000, comment: 10_000, saidNote: 5_000, text: 2_000 } as const;

/**
 * What is to be said of a text that is longer than it may be.
 *
 * @param what that holds no more, as "a comment"
 * @returns "2,000 characters too many: a comment holds 10,000."; undefined where the text fits
 */
export function tooLongWords(length: number, longest: number, what: string): string | undefined {
  if (length <= longest) return undefined;
  const over = length - longest;
  return `${formatCount(over)} ${over === 1 ? "character" : "characters"} too many: ${what} holds ${formatCount(longest)}.`;
}

/** How much room a text has left, where that is a tenth or less: "120 of 20,000 characters left."; undefined else. */
export function roomWords(length: number, longest: number): string | undefined {
  if (length <= longest * 0.9 || length > longest) return undefined;
  return `${formatCount(longest - length)} of ${formatCount(longest)} characters left.`;
}
