import { useEffect, useEffectEvent, useRef } from "react";
import { noteTimer, stopTimer, TIMER_AT_ZERO, TIMER_NOTED_EVERY, type Timer } from "@/lib/core/walk/decision";
import { useKept } from "./use-kept";

type Timers = Readonly<Record<string, Timer>>;

/**
 * The clock of a topic. It goes over to the next topic with the talk, stands once the workshop is left, and counts
 * nothing of the time in which its page was closed.
 */
export function useTimers(topic: string): readonly [Timer, (timer: Timer) => void] {
  const [timers, setTimers] = useKept("timers", timersIn);
  const timer = timers[topic] ?? TIMER_AT_ZERO;
  const last = useRef(topic);

  useEffect(() => {
    const before = last.current;
    last.current = topic;
    const left = timers[before];
    if (before === topic || !left || left.since === null) return;
    const now = Date.now();
    const runs = noteTimer(left, now).since !== null;
    setTimers({
      ...timers,
      [before]: stopTimer(left, now),
      ...(runs ? { [topic]: { counted: timers[topic]?.counted ?? 0, since: now } } : {}),
    });
  }, [topic, timers, setTimers]);

  const note = useEffectEvent(() => {
    if (timer.since !== null) setTimers({ ...timers, [topic]: noteTimer(timer, Date.now()) });
  });
  const stop = useEffectEvent(() => {
    if (timer.since !== null) setTimers({ ...timers, [topic]: stopTimer(timer, Date.now()) });
  });
  useEffect(() => {
    const noting = setInterval(() => note(), TIMER_NOTED_EVERY);
    return () => {
      clearInterval(noting);
      stop();
    };
  }, []);

  return [timer, (next) => setTimers({ ...timers, [topic]: next })];
}

function timersIn(kept: unknown): Timers {
  if (typeof kept !== "object" || kept === null) return {};
  const now = Date.now();
  const timers: Record<string, Timer> = {};
  for (const [topic, timer] of Object.entries(kept)) {
    const { counted, since } = (timer ?? {}) as Partial<Timer>;
    if (typeof counted === "number")
      timers[topic] = noteTimer({ counted, since: typeof since === "number" ? since : null }, now);
  }
  return timers;
}
