import { addMonths, dayNumber, dayOf } from "../charts/time-scale";
import { formatQuarter } from "../words/format";

/** Days as numbers (days since 1970-01-01); the end is exclusive. */
export type Span = Readonly<{ start: number; end: number }>;

/** A calendar quarter: "Q1 27". */
export type Quarter = Span & Readonly<{ label: string }>;

export const DAYS_A_WEEK = 7;
const MONTHS_A_QUARTER = 3;
/** 1970-01-05, the first Monday of the day numbers. */
const A_MONDAY = 4;

/** First day, YYYY-MM-DD, of the calendar quarter that a day lies in. Throws a RangeError for other text. */
export function quarterStart(day: string): string {
  dayNumber(day);
  const [year = "", month = ""] = day.split("-");
  const first = Math.floor((Number(month) - 1) / MONTHS_A_QUARTER) * MONTHS_A_QUARTER + 1;
  return `${year}-${String(first).padStart(2, "0")}-01`;
}

/** Consecutive calendar quarters from the one that `start` lies in. Throws a RangeError for a day that isn't one. */
export function quartersFrom(start: string, count: number): readonly Quarter[] {
  const first = quarterStart(start);
  return Array.from({ length: count }, (_, index) => {
    const from = addMonths(first, index * MONTHS_A_QUARTER);
    const to = addMonths(first, (index + 1) * MONTHS_A_QUARTER);
    return { label: formatQuarter(from), start: dayNumber(from), end: dayNumber(to) };
  });
}

/** The first Monday on or after a day. */
export function mondayFrom(day: number): number {
  const past = (day - A_MONDAY) % DAYS_A_WEEK;
  return past === 0 ? day : day + DAYS_A_WEEK - past;
}

/** First and last day of a span, YYYY-MM-DD. */
export function daysOf({ start, end }: Span): Readonly<{ first: string; last: string }> {
  return { first: dayOf(start), last: dayOf(end - 1) };
}
