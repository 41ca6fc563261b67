import type { Quarter, Span } from "./calendar";

/** Slack of comparisons with the capacity, in person-days: rounding only. */
export const CAPACITY_TOLERANCE = 1e-6;

/** Person-days by quarter: what is taken, and what the planner may still take. Effort is spread evenly over its days. */
export type Ledger = Readonly<{
  quarters: readonly Quarter[];
  /** Takes person-days that people decided on: they stand even where they exceed the capacity. */
  bookDecided: (days: number, span: Span) => void;
  /** Takes person-days that fit. */
  book: (days: number, span: Span) => void;
  /** Gives back what `book` took. */
  release: (days: number, span: Span) => void;
  /** Whether work from today on fits in every quarter that it touches, and ends in the last one. */
  fits: (days: number, span: Span) => boolean;
  used: (quarter: number) => number;
  /** Share of a quarter that isn't past, in [0, 1]. */
  left: (quarter: number) => number;
}>;

/**
 * An empty ledger. A quarter's capacity passes with its days: of one that is half over, half can still be planned.
 *
 * @param capacity person-days a quarter
 * @param today a day number
 */
export function createLedger({
  quarters,
  capacity,
  today,
}: Readonly<{ quarters: readonly Quarter[]; capacity: number; today: number }>): Ledger {
  const used = quarters.map(() => 0);
  const usedFromToday = quarters.map(() => 0);
  const left = quarters.map(
    (quarter) => daysIn(quarter, { start: today, end: quarter.end }) / daysIn(quarter, quarter),
  );
  const horizon = quarters.at(-1)?.end ?? today;

  const take = (days: number, span: Span) => {
    quarters.forEach((quarter, q) => {
      used[q] = (used[q] ?? 0) + loadIn(quarter, days, span);
      const ahead = { start: Math.max(quarter.start, today), end: quarter.end };
      usedFromToday[q] = (usedFromToday[q] ?? 0) + loadIn(ahead, days, span);
    });
  };
  const free = (q: number) => Math.min(capacity - (used[q] ?? 0), capacity * (left[q] ?? 0) - (usedFromToday[q] ?? 0));

  return {
    quarters,
    bookDecided: take,
    book: take,
    release: (days, span) => take(-days, span),
    fits: (days, span) =>
      span.end <= horizon &&
      quarters.every((quarter, q) => {
        const load = loadIn(quarter, days, span);
        return load === 0 || load <= free(q) + CAPACITY_TOLERANCE;
      }),
    used: (quarter) => used[quarter] ?? 0,
    left: (quarter) => left[quarter] ?? 0,
  };
}

/** Person-days of evenly spread effort that fall into a part of the calendar. */
export function loadIn(part: Span, days: number, span: Span): number {
  return (days * daysIn(part, span)) / (span.end - span.start);
}

function daysIn(part: Span, span: Span): number {
  return Math.max(0, Math.min(part.end, span.end) - Math.max(part.start, span.start));
}
