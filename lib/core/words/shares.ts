import { reaches } from "../scoring/evaluate";
import { formatPercent } from "./format";

/**
 * A share in [0, 1] beside what is needed of it, with two decimals: "0.62". One that falls short is never rounded up to what
 * it misses: 0.7975 is "0.79" where 0.80 is needed.
 */
export function formatShare(share: number, needed: number): string {
  return notRoundedUp(share, needed, (part) => part.toFixed(2));
}

/** The same as a percentage: "79 %". */
export function formatSharePercent(share: number, needed: number): string {
  return notRoundedUp(share, needed, formatPercent);
}

/** What either notation tells apart. */
const LAST_DIGIT = 0.01;

function notRoundedUp(share: number, needed: number, format: (share: number) => string): string {
  const text = format(share);
  return text === format(needed) && !reaches(share, needed) ? format(needed - LAST_DIGIT) : text;
}
