import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import { StageMark } from "@/components/marks/stage-mark";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { stageRef } from "@/lib/core/marks/stage-ref";
import { type Picks, UNKNOWN_PICK } from "@/lib/core/quick-check/picked-answers";
import type { QuickCheckData, QuickPillar, QuickTopic } from "@/lib/core/quick-check/quick-check-data";
import { goTo, RESULT } from "./place";
import { QuickProgress } from "./quick-progress";

type Props = Readonly<{
  data: QuickCheckData;
  picks: Picks;
  place: Readonly<{ pillar: QuickPillar; topic: QuickTopic; index: number; of: number }>;
  pick: (value: string) => void;
  move: (by: number) => void;
}>;

/** One topic: its question, and one pick among its stages. */
export function Question({ data, picks, place: { pillar, topic, index, of }, pick, move }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = topic.id;
  useEffect(() => {
    if (shown) heading.current?.focus({ preventScroll: true });
  }, [shown]);
  const picked = picks[topic.id];
  return (
    <>
      <QuickProgress data={data} picks={picks} current={topic.id} />
      <p className="mt-6 text-note text-ink-2">
        Question {index + 1} of {of} · {pillar.title}
        {topic.gate && ", gate"} · {topic.title}
      </p>
      <h1
        ref={heading}
        tabIndex={-1}
        className="mt-1 max-w-[48ch] text-question font-semibold tracking-[-0.2px] outline-none max-sm:text-[1.1875rem]/6.5"
      >
        {topic.prompt}
      </h1>
      <ul aria-label="Stages" className="mt-4 grid gap-2.5 sm:grid-cols-3">
        {data.stages.map(({ id }, place) => (
          <li key={id} className="grid">
            <button
              type="button"
              aria-pressed={picked === id}
              aria-keyshortcuts={String(place + 1)}
              onClick={() => pick(id)}
              className={clsx(CHOICE, "grid content-start py-3", picked === id && PICKED)}
            >
              <span className="flex items-center gap-2 font-semibold">
                <StageMark stage={stageRef(data.stages, id)} decorative />
                {stageRef(data.stages, id).name}
                <span className="ml-auto max-sm:hidden">
                  <Kbd>{String(place + 1)}</Kbd>
                </span>
              </span>
              <span className="mt-1 block text-note text-ink-2">{topic.stages[id]}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-2.5 flex flex-wrap items-center gap-2.5">
        <button
          type="button"
          aria-pressed={picked === UNKNOWN_PICK}
          aria-keyshortcuts="u"
          onClick={() => pick(UNKNOWN_PICK)}
          className={clsx(
            CHOICE,
            "flex min-h-11 items-center gap-2 py-2 max-sm:w-full",
            picked === UNKNOWN_PICK && PICKED,
          )}
        >
          <span aria-hidden className="hatch size-3.5 rounded-[2px] border border-ink-3" />
          Not known yet
          <span className="max-sm:hidden">
            <Kbd>U</Kbd>
          </span>
        </button>
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-2.5 border-t border-line pt-4">
        <Button icon="chevron-left" onClick={() => move(-1)}>
          Previous
        </Button>
        <Button iconAfter="chevron-right" onClick={() => move(1)}>
          {index + 1 === of ? "See the result" : picked ? "Next" : "Skip"}
        </Button>
        {Object.keys(picks).length > 0 && index + 1 < of && (
          <Button variant="quiet" onClick={() => goTo(RESULT)}>
            See the result so far
          </Button>
        )}
        <p className="ml-auto text-small text-ink-2 max-md:hidden">
          <Kbd>1</Kbd> to <Kbd>{String(data.stages.length)}</Kbd> pick, <Kbd>U</Kbd> not known, <Kbd>K</Kbd> back,{" "}
          <Kbd>J</Kbd> on
        </p>
      </div>
    </>
  );
}

const CHOICE = "rounded-[5px] border border-control bg-raised px-3.5 text-left hover:border-ink";
const PICKED = "border-accent bg-accent-soft ring-1 ring-accent hover:border-accent";
