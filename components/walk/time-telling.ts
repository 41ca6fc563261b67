import { dayIn } from "@/lib/core/walk/provenance-words";
import { serverNow } from "./server-clock";

/** Time zone and today as this browser has them; on the server, and in the first picture that must equal its, UTC. */
export type TimeTelling = Readonly<{ timeZone: string; today: string }>;

/** How long it may be behind after midnight. It is asked for with every drawing. */
const STAYS_MS = 10_000;

let held: TimeTelling | null = null;
let until = 0;

/** The same object all day long. */
export function timeTelling(): TimeTelling {
  const now = serverNow();
  if (held && now < until && now > until - 2 * STAYS_MS) return held;
  until = now + STAYS_MS;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const today = dayIn(new Date(now).toISOString(), timeZone);
  if (held?.today !== today || held.timeZone !== timeZone) held = { timeZone, today };
  return held;
}
