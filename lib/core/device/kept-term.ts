/** How long something unsent stays on a device after it was last written, in days. */
export const KEPT_DAYS = 30;
/** How many days before that the person is told. */
export const WARN_DAYS = 7;

const DAY_MS = 86_400_000;

/** When something written at `at` goes, both in ms since 1970. */
export function keptUntil(at: number): number {
  return at + KEPT_DAYS * DAY_MS;
}

/** Whether it is to go. What lies ahead of a clock that was set back just stays longer. */
export function isOver(at: number, now: number): boolean {
  return now >= keptUntil(at);
}

/** Whether it goes within `WARN_DAYS`. */
export function goesSoon(at: number, now: number): boolean {
  return !isOver(at, now) && now >= keptUntil(at) - WARN_DAYS * DAY_MS;
}
