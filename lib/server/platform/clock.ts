/** Today in UTC as YYYY-MM-DD: the day on which evidence is judged unless another is asked for. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Calendar day of a date column. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
