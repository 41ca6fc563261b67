import { DAYS_A_WEEK, mondayFrom, type Span } from "./calendar";
import { type Ledger, loadIn } from "./ledger";
import type { Work } from "./open-work";
import type { WhyUnplaced } from "./types";

/**
 * The earliest days for an initiative: it begins on a Monday on or after `from`, takes its elapsed weeks, and its effort
 * fits in every quarter that it touches. Null when there are none before the end of the ledger.
 */
export function earliestSpan(ledger: Ledger, work: Work, from: number): Span | null {
  const days = work.effort.likely;
  for (const span of possibleSpans(ledger, work, from)) if (ledger.fits(days, span)) return span;
  return null;
}

/**
 * Why an initiative doesn't fit from a day on: too long for the calendar, too large for the capacity even alone (with
 * the whole number of person-days a quarter that would hold it), or no room beside the rest.
 *
 * @param capacity person-days a quarter
 */
export function whyNoSpan(
  ledger: Ledger,
  work: Work,
  { from, capacity }: Readonly<{ from: number; capacity: number }>,
): WhyUnplaced {
  let needed = Number.POSITIVE_INFINITY;
  for (const span of possibleSpans(ledger, work, from)) {
    const needs = ledger.quarters.map((quarter, q) => {
      const load = loadIn(quarter, work.effort.likely, span);
      return load === 0 ? 0 : load / ledger.left(q);
    });
    needed = Math.min(needed, Math.max(...needs));
  }
  if (needed === Number.POSITIVE_INFINITY) return { kind: "too-long", weeks: work.initiative.weeks };
  // A hair's breadth of rounding must not ask for a whole person-day more.
  const whole = Math.ceil(needed - 1e-9);
  return whole > capacity ? { kind: "too-large", capacity: whole } : { kind: "no-room" };
}

function* possibleSpans(ledger: Ledger, { initiative }: Work, from: number): Generator<Span> {
  const horizon = ledger.quarters.at(-1)?.end ?? from;
  const length = initiative.weeks * DAYS_A_WEEK;
  for (let start = mondayFrom(from); start + length <= horizon; start += DAYS_A_WEEK)
    yield { start, end: start + length };
}
