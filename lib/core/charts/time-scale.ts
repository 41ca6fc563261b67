import { formatMonth, formatQuarter } from "../words/format";

/** Where a calendar day lies between two others, as a share of the distance; to scale, never by count. */
export type TimeScale = Readonly<{ from: string; to: string; at: (day: string) => number }>;

export type TimeTick = Readonly<{ day: string; at: number; name: string }>;

/** A scale over calendar days YYYY-MM-DD. Throws a RangeError for other text and when `to` isn't after `from`. */
export function timeScale({ from, to }: Readonly<{ from: string; to: string }>): TimeScale {
  const start = dayNumber(from);
  const length = dayNumber(to) - start;
  if (length <= 0) throw new RangeError(`An axis must end after it begins: ${from} to ${to}`);
  return { from, to, at: (day) => (dayNumber(day) - start) / length };
}

/** Marks every `months` months from the scale's first day on, named by month ("Nov 26"). */
export function monthTicks(scale: TimeScale, { months }: Readonly<{ months: number }>): readonly TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let step = 0; ; step += months) {
    const day = addMonths(scale.from, step);
    if (scale.at(day) > 1) return ticks;
    ticks.push({ day, at: scale.at(day), name: formatMonth(day) });
  }
}

/** The first day of each quarter in the scale, named "Q4 26". A scale that begins inside a quarter begins with it. */
export function quarterTicks(scale: TimeScale): readonly TimeTick[] {
  const ticks: TimeTick[] = [{ day: scale.from, at: 0, name: formatQuarter(scale.from) }];
  const [year = 0, month = 1] = scale.from.split("-").map(Number);
  const first = isoDay(year, Math.ceil(month / 3) * 3 + 1, 1);
  for (let step = 0; ; step += 3) {
    const day = addMonths(first, step);
    if (scale.at(day) >= 1) return ticks;
    ticks.push({ day, at: scale.at(day), name: formatQuarter(day) });
  }
}

/** How far apart ticks stand, in months, so that at most `most` fit: 1, 3, 6, 12, 24 … */
export function tickMonths(scale: TimeScale, { most }: Readonly<{ most: number }>): number {
  const months = (dayNumber(scale.to) - dayNumber(scale.from)) / 30.44;
  const fitting = [1, 3, 6, 12, 24, 36, 60].find((step) => months / step <= most);
  return fitting ?? 120;
}

/** The same day of a later month; the last of that month where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDay(year, month + months, Math.min(date, last));
}

/** Days since 1970-01-01. Throws a RangeError for anything but YYYY-MM-DD. */
export function dayNumber(day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${day}`);
  return time / 86_400_000;
}

/** The inverse of dayNumber. */
export function dayOf(number: number): string {
  return new Date(Math.round(number) * 86_400_000).toISOString().slice(0, 10);
}

function isoDay(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}
