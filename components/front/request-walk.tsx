"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { type NodeId, STEPS, TALL, WIDE } from "./architecture";
import { ArchitecturePicture } from "./architecture-picture";

const STEP_MS = 3200;
const LABEL =
  "Reference architecture: identity and devices ask a policy decision, which gives access to apps, data, infrastructure and network; telemetry and automation watch all of them and feed the next decision.";

/** Walks one request through the architecture, a step at a time or by itself. The list of steps is the text alternative. */
export function RequestWalk() {
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const step = STEPS[at] ?? STEPS[0];

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (at + 1 < STEPS.length) setAt(at + 1);
      else setPlaying(false);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, at]);

  function go(to: number) {
    setPlaying(false);
    setAt(to);
  }

  function pick(node: NodeId) {
    const found = STEPS.findIndex((candidate) => candidate.nodes.includes(node));
    if (found >= 0) go(found);
  }

  function play() {
    if (at === STEPS.length - 1) setAt(0);
    setPlaying(true);
  }

  if (!step) return null;
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[1.25fr_1fr]">
      <div className="lg:sticky lg:top-6">
        <ArchitecturePicture layout={WIDE} step={step} label={LABEL} onPick={pick} className="max-sm:hidden" />
        <ArchitecturePicture
          layout={TALL}
          step={step}
          label={LABEL}
          onPick={pick}
          className="mx-auto max-w-90 sm:hidden"
        />
        <div className="mt-4 flex flex-wrap items-center gap-2 print:hidden">
          <Button icon="chevron-left" disabled={at === 0} onClick={() => go(at - 1)}>
            Previous
          </Button>
          <Button iconAfter="chevron-right" disabled={at === STEPS.length - 1} onClick={() => go(at + 1)}>
            Next
          </Button>
          <Button variant="quiet" icon={playing ? "pause" : "play"} onClick={playing ? () => setPlaying(false) : play}>
            {playing ? "Pause" : "Follow a request"}
          </Button>
          <span aria-live="polite" className="ml-auto text-note text-ink-2">
            {at + 1} of {STEPS.length}
            <span className="sr-only">: {step.title}</span>
          </span>
        </div>
      </div>
      <ol className="grid">
        {STEPS.map((entry, index) => (
          <li key={entry.title}>
            <button
              type="button"
              aria-current={index === at ? "step" : undefined}
              onClick={() => go(index)}
              className="grid w-full grid-cols-[1.5rem_1fr] border-l-2 border-line px-3 py-2.5 text-left hover:border-control aria-[current=step]:border-accent aria-[current=step]:bg-accent-soft"
            >
              <span className="font-mono text-note/5 text-ink-2">{index + 1}</span>
              <span>
                <span className="block font-semibold">{entry.title}</span>
                <span className="block text-note text-ink-2">{entry.text}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
