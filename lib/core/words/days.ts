import { formatNumberOf } from "./format";

const DAY_MS = 86_400_000;

/** Whole days from one calendar day (YYYY-MM-DD) to another; negative when the other is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** How long ago a day was: "today", "yesterday", "12 days ago". */
export function daysSinceWords(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${formatNumberOf(days, "day")} ago`;
}

/** How far ahead a day is: "today", "tomorrow", "in 12 days", "3 days late". */
export function daysUntilWords(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days < 0) return `${formatNumberOf(-days, "day")} late`;
  if (days === 0) return "today";
  return days === 1 ? "tomorrow" : `in ${formatNumberOf(days, "day")}`;
}
