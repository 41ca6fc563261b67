/** What a workshop decided on a topic. */
export type Decision = Readonly<{
  id: string;
  topic: string;
  /** Names of who was in the room. */
  present: readonly string[];
  decision: string;
  /** What some held against it; empty where all agreed. */
  dissent: string;
  /** How long the topic was talked about. */
  seconds: number;
  recordedBy: string;
  /** ISO time. */
  recordedAt: string;
}>;

/** Most characters of a decision or a dissent, and most people in a room. */
export const DECISION_LIMITS = { text: 5_000, present: 60, name: 100 } as const;

/**
 * A stretch of time as a clock shows it: "4:05", "1:02:09".
 * @param seconds 0 or more; a part of a second isn't shown
 */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/**
 * A timer that can stop and go on: what it has counted (ms), and since when it runs on from there (ms since 1970; null:
 * it stands).
 */
export type Timer = Readonly<{ counted: number; since: number | null }>;

export const TIMER_AT_ZERO: Timer = { counted: 0, since: null };

/** How often one that runs is noted, in ms. */
export const TIMER_NOTED_EVERY = 15_000;

/**
 * Longer than this nobody was there: the page was closed or the device asleep. A page in the background is woken at
 * least once a minute.
 */
const LONGEST_UNNOTED = 120_000;

/** Seconds that a timer shows at a moment; a clock that was set back takes nothing away. */
export function timerSeconds(timer: Timer, now: number): number {
  return (timer.counted + sinceNoted(timer, now)) / 1000;
}

/** Starts a timer that stands, stops one that runs. */
export function toggleTimer(timer: Timer, now: number): Timer {
  return timer.since === null ? { ...timer, since: now } : stopTimer(timer, now);
}

/** Stops a timer. */
export function stopTimer(timer: Timer, now: number): Timer {
  return { counted: timer.counted + sinceNoted(timer, now), since: null };
}

/** Notes how far a timer that runs has come. One that went unnoted for too long stands where it was noted last. */
export function noteTimer(timer: Timer, now: number): Timer {
  if (timer.since === null) return timer;
  const stopped = stopTimer(timer, now);
  return now - timer.since > LONGEST_UNNOTED ? stopped : { ...stopped, since: now };
}

function sinceNoted({ since }: Timer, now: number): number {
  const passed = since === null ? 0 : Math.max(now - since, 0);
  return passed > LONGEST_UNNOTED ? 0 : passed;
}
