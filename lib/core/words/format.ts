/** Figures and dates as they are written everywhere, on pages and in reports alike. Pure; English. */

const MINUS = "\u2212";
const NO_BREAK = "\u00a0";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** A level in [1, n] with two decimals: "1.84". */
export function formatLevel(level: number): string {
  return level.toFixed(2);
}

/** A level and, where it differs at two decimals, what it may rise to: "1.84 to 1.94", else "1.84". */
export function formatBand({ low, high }: Readonly<{ low: number; high: number }>): string {
  const from = formatLevel(low);
  const to = formatLevel(high);
  return from === to ? from : `${from} to ${to}`;
}

/**
 * A difference of levels with its sign, a true minus and two decimals, or as many as asked: "+0.11", "−0.02", "0.00".
 * Nothing is never signed.
 */
export function formatGain(gain: number, { decimals = 2 }: Readonly<{ decimals?: number }> = {}): string {
  const size = Math.abs(gain).toFixed(decimals);
  if (Number(size) === 0) return size;
  return gain < 0 ? `${MINUS}${size}` : `+${size}`;
}

/**
 * A share in [0, 1] as a percentage with at most `decimals` decimals, 0 by default: "62 %". The space doesn't break.
 * What is neither nothing nor all is never rounded to it: 0.996 is "99 %", 0.004 is "1 %".
 */
export function formatPercent(share: number, { decimals = 0 }: Readonly<{ decimals?: number }> = {}): string {
  const step = 10 ** -decimals;
  const rounded = Number((share * 100).toFixed(decimals));
  const kept = share > 0 && share < 1 ? Math.min(Math.max(rounded, step), 100 - step) : rounded;
  return `${String(Number(kept.toFixed(decimals))).replace("-", MINUS)}${NO_BREAK}%`;
}

/** Criteria known of those in scope, "92 %": rounded down, so that only all of them are 100. */
export function formatCompleteness(answered: number, inScope: number): string {
  return formatPercent(Math.floor((100 * answered) / inScope) / 100);
}

/** A whole number with separators: "1,204"; negative ones with a true minus. */
export function formatCount(count: number): string {
  return String(Math.trunc(count))
    .replace(/\B(?=(\d{3})+$)/g, ",")
    .replace("-", MINUS);
}

/** A count and its population, with what is counted where it is named: "1,108 of 1,204 accounts". */
export function formatCountOf({
  count,
  population,
  unit,
}: Readonly<{ count: number; population: number; unit?: string }>): string {
  return `${formatCount(count)} of ${formatCount(population)}${unit ? ` ${unit}` : ""}`;
}

/** A number with its noun: "1 topic", "12 topics". The plural is the noun with "s" unless it is given. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A calendar day, YYYY-MM-DD, as "27 Nov 2026". Throws a RangeError for anything else. */
export function formatDay(day: string): string {
  const { year, month, date } = parts(day);
  return `${date} ${month} ${year}`;
}

/** A calendar day without its year, where the year is plain from beside it: "27 Nov". Throws like formatDay. */
export function formatDayShort(day: string): string {
  const { month, date } = parts(day);
  return `${date} ${month}`;
}

/** A month of a calendar day on an axis: "Nov 26". Throws like formatDay. */
export function formatMonth(day: string): string {
  const { year, month } = parts(day);
  return `${month} ${year.slice(2)}`;
}

/** A quarter that a calendar day lies in: "Q4 26". Throws like formatDay. */
export function formatQuarter(day: string): string {
  const { year, index } = parts(day);
  return `Q${Math.floor(index / 3) + 1} ${year.slice(2)}`;
}

/** The same with the whole year, where a forecast names it: "Q4 2026". Throws like formatDay. */
export function formatQuarterYear(day: string): string {
  return formatQuarter(day).replace(/..$/, day.slice(0, 4));
}

/** A moment in a time zone (IANA name, such as "Europe/Berlin"), with the zone's short name: "27 Nov 2026 14:32 CET". */
export function formatMoment(moment: Date, timeZone: string): string {
  const field = new Map(
    new Intl.DateTimeFormat("en-GB", { ...MOMENT, timeZone })
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  const day = `${field.get("year")}-${field.get("month")}-${field.get("day")}`;
  return `${formatDay(day)} ${field.get("hour")}:${field.get("minute")} ${field.get("timeZoneName")}`;
}

/** The time of a moment in a time zone: "14:32". */
export function formatTime(moment: Date, timeZone: string): string {
  let format = timeFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
    timeFormats.set(timeZone, format);
  }
  return format.format(moment);
}

/** Making one costs more than a hundred uses. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** Names in a sentence: "A", "A and B", "A, B and C". Beyond `most` the rest is counted: "A, B and 3 more". */
export function formatNames(
  names: readonly string[],
  { most = names.length }: Readonly<{ most?: number }> = {},
): string {
  const rest = names.length - most;
  const shown = rest > 0 ? [...names.slice(0, most), `${formatCount(rest)} more`] : [...names];
  const last = shown.pop();
  if (last === undefined) return "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

/** The first letter large, as at the start of a sentence or a label. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const MOMENT = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
} as const;

function parts(day: string): Readonly<{ year: string; month: string; date: number; index: number }> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const index = Number(match?.[2]) - 1;
  const month = MONTHS[index];
  const date = Number(match?.[3]);
  if (!match?.[1] || !month || date < 1 || date > 31) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${day}`);
  return { year: match[1], month, date, index };
}
