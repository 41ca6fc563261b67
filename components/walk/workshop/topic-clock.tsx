"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { clockTime, TIMER_AT_ZERO, type Timer, timerSeconds, toggleTimer } from "@/lib/core/walk/decision";

type Props = Readonly<{ timer: Timer; onChange: (timer: Timer) => void }>;

/** How long this topic has been talked about; stops and goes on by a button. */
export function TopicClock({ timer, onChange }: Props) {
  const [now, setNow] = useState(Date.now);
  const runs = timer.since !== null;
  useEffect(() => {
    if (!runs) return undefined;
    const tick = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(tick);
  }, [runs]);
  const toggle = () => {
    const moment = Date.now();
    setNow(moment);
    onChange(toggleTimer(timer, moment));
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <p role="timer" aria-label="Time on this topic" className="font-mono text-figure font-semibold tabular-nums">
        {clockTime(timerSeconds(timer, Math.max(now, timer.since ?? 0)))}
      </p>
      <Button icon={runs ? "pause" : "play"} onClick={toggle}>
        {runs ? "Pause" : timer.counted > 0 ? "Go on" : "Start"}
      </Button>
      <Button variant="quiet" onClick={() => onChange(TIMER_AT_ZERO)}>
        Reset
      </Button>
    </div>
  );
}
