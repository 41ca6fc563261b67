const DAY_MS = 86_400_000;

/** The moment (UTC) at which access ends that holds through a day, YYYY-MM-DD. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
}

/** The last day of access that ends at a moment. */
export function lastDay(end: Date): string {
  return new Date(end.getTime() - 1).toISOString().slice(0, 10);
}
