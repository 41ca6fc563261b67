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

/** A timer that can stop and go on: what it has counted, and since when it runs (ms since 1970; null: it stands). */
export type Timer = Readonly<{ counted: number; since: number | null }>;

export const TIMER_AT_ZERO: Timer = { counted: 0, since: null };

/** Seconds that a timer shows at a moment; a clock that was set back takes nothing away. */
export function timerSeconds({ counted, since }: Timer, now: number): number {
  return (counted + (since === null ? 0 : Math.max(now - since, 0))) / 1000;
}

/** Starts a timer that stands, stops one that runs. */
export function toggleTimer(timer: Timer, now: number): Timer {
  return timer.since === null
    ? { ...timer, since: now }
    : { counted: timer.counted + Math.max(now - timer.since, 0), since: null };
}
