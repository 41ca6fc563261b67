import { dayIn } from "@/lib/core/walk/provenance-words";

/** Time zone and today as this browser has them; on the server, and in the first picture that must equal its, UTC. */
export type TimeTelling = Readonly<{ timeZone: string; today: string }>;

let held: TimeTelling | null = null;

/** The same object all day long. */
export function timeTelling(): TimeTelling {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = dayIn(new Date().toISOString(), timeZone);
  if (held?.today !== today || held.timeZone !== timeZone) held = { timeZone, today };
  return held;
}
