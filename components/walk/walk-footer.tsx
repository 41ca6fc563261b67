"use client";

import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useSingleKeys } from "./single-keys";
import { goNextUnanswered, moveTopic, neighbour } from "./store/move-actions";
import { openBeside } from "./use-walk-keys";
import { useValueBeside, useWalk, useWalkBeside } from "./walk-context";

/** The keys that work here and the way on; on a phone three buttons. */
export function WalkFooter() {
  const store = useWalk();
  const { focused, evidence, view } = useWalkBeside("focused", "evidence", "view");
  const next = useValueBeside(() => neighbour(store, 1));
  const previous = useValueBeside(() => neighbour(store, -1));
  const nextTopic = store.places.find(({ topic }) => topic.id === next)?.topic;
  const attached = focused ? (evidence.get(focused)?.length ?? 0) : 0;
  const beside = () => focused && openBeside(store, "evidence", focused);
  return (
    <footer className="sticky bottom-0 z-10 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)]">
      <div className="flex min-h-12.25 items-center gap-3.5 px-7 text-note text-ink-2 max-md:hidden">
        {nextTopic && (
          <Button onClick={() => moveTopic(store, 1)} aria-keyshortcuts="J">
            <Kbd>J</Kbd> {nextTopic.short}
          </Button>
        )}
        <Keys />
        <span className="flex-1" />
        <Button className={view === "workshop" ? "" : "xl:hidden"} disabled={!focused} onClick={beside}>
          Evidence{attached > 0 ? ` ${attached}` : ""}
        </Button>
        <Button
          variant="quiet"
          size="small"
          className="!text-note font-normal text-ink-2!"
          onClick={() => store.set({ dialog: "keys" })}
        >
          <Kbd>?</Kbd> all keys
        </Button>
      </div>
      <div className="flex h-15 items-center gap-2 px-3 md:hidden">
        <Button size="large" className="px-3! text-note!" disabled={!previous} onClick={() => moveTopic(store, -1)}>
          Previous
        </Button>
        <Button size="large" className="px-3! text-note!" disabled={!focused} onClick={beside}>
          Evidence{attached > 0 ? ` ${attached}` : ""}
        </Button>
        <Button
          size="large"
          variant="primary"
          className="ml-auto px-3! text-note!"
          onClick={() => goNextUnanswered(store)}
        >
          Next unanswered
        </Button>
      </div>
    </footer>
  );
}

function Keys() {
  const { stages } = useWalk().data.outline;
  const { view } = useWalkBeside("view");
  if (!useSingleKeys()) {
    return (
      <span className="flex items-center gap-1 max-lg:hidden">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> criterion · single keys are off
      </span>
    );
  }
  const groups = [
    { keys: ["↑", "↓"], does: "criterion" },
    { keys: ["M", "P", "X", "U", "N"], does: "answer" },
    ...(view === "table" ? [] : [{ keys: stages.map((_, index) => String(index + 1)), does: "stage" }]),
    { keys: ["E"], does: "evidence" },
    { keys: ["G"], does: "next unanswered" },
  ];
  return groups.map(({ keys, does }, index) => (
    <span key={does} className={`flex items-center gap-1 ${index < 4 ? "max-lg:hidden" : "max-2xl:hidden"}`}>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {does}
    </span>
  ));
}
