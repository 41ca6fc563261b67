import { dayNumber } from "../charts/time-scale";
import { DAYS_A_WEEK, type Span } from "./calendar";
import type { Decision } from "./types";

/** Days that people gave an initiative. */
export type DecidedSpan = Readonly<{
  /** Null for what was done on days nobody noted. */
  span: Span | null;
  /** It should have started (open) or ended (in progress) before today. */
  late: boolean;
}>;

/**
 * The days of an initiative as people decided them; null where the planner decides (open, without days) and for what is
 * dropped. A missing day follows from the other and the elapsed weeks; work in progress without days begins today. What
 * isn't done can't have ended: a last day that has passed becomes today, and the effort stretches with it.
 *
 * @param weeks elapsed weeks of the initiative
 * @param today a day number
 */
export function decidedSpan(
  decision: Decision | undefined,
  { weeks, today }: Readonly<{ weeks: number; today: number }>,
): DecidedSpan | null {
  if (!decision || decision.state === "dropped") return null;
  const length = weeks * DAYS_A_WEEK;
  const starts = decision.startsOn === undefined ? undefined : dayNumber(decision.startsOn);
  const ends = decision.endsOn === undefined ? undefined : dayNumber(decision.endsOn) + 1;
  const given = starts ?? (ends === undefined ? undefined : ends - length);

  if (decision.state === "done") {
    if (given === undefined) return { span: null, late: false };
    const end = ends ?? Math.min(given + length, today);
    return { span: { start: given, end: Math.max(end, given + 1) }, late: false };
  }
  if (decision.state === "open" && given === undefined) return null;
  // In progress means begun: a first day that lies ahead, given or derived, is not before today.
  const start = decision.state === "in-progress" ? Math.min(given ?? today, today) : (given ?? today);
  const planned = Math.max(ends ?? start + length, start + 1);
  const late = decision.state === "open" ? start < today : planned <= today;
  return { span: { start, end: Math.max(planned, today + 1) }, late };
}
