"use client";

import { Button } from "@/components/ui/button";
import { timerSeconds } from "@/lib/core/walk/decision";
import { nameTeller } from "../name-teller";
import { Part } from "../panel/part";
import { setView } from "../store/move-actions";
import { TopicView } from "../topic-view";
import { useWalk, useWalkState, useWalkValue } from "../walk-context";
import { DecisionForm } from "./decision-form";
import { DecisionList } from "./decision-list";
import { PeoplePresent } from "./people-present";
import { TopicClock } from "./topic-clock";
import { useKept } from "./use-kept";
import { useTimers } from "./use-timers";
import { useWorkshop } from "./use-workshop";

/** One topic large for a projector; beside it the clock, who is in the room, and what was decided. */
export function WorkshopView() {
  const store = useWalk();
  const { topic, names } = useWalkState("topic", "names");
  const [present, setPresent] = useKept("present", namesIn);
  const [timer, setTimer] = useTimers(topic);
  const { workshop, add } = useWorkshop(topic);

  const read = workshop !== null && workshop !== "failed" ? workshop : null;
  const nameOf = nameTeller({ ...names, ...read?.names }, store.data.me.id);
  const readOnly = useWalkValue(() => store.readOnly(topic));
  return (
    <div className="grid flex-1 lg:grid-cols-[1fr_22rem]">
      <div className="lg:[zoom:1.25] 2xl:[zoom:1.4]">
        <TopicView />
      </div>
      <aside aria-label="Workshop" className="border-l border-line bg-raised max-lg:border-t max-lg:border-l-0">
        <div className="px-4.5 py-4 lg:sticky lg:top-15 lg:max-h-[calc(100dvh-109px)] lg:overflow-y-auto">
          <h2 className="sr-only">Workshop</h2>
          <TopicClock timer={timer} onChange={setTimer} />
          <div className="mt-2 flex flex-wrap gap-2">
            <FullScreenButton />
            <Button onClick={() => setView(store, "topic")} aria-keyshortcuts="W">
              End workshop
            </Button>
          </div>
          <Part title="In the room">
            <PeoplePresent present={present} members={read?.members ?? []} onChange={setPresent} />
          </Part>
          <Part title="Decision on this topic">
            {readOnly ? (
              <p className="text-note text-ink-2">{readOnly}</p>
            ) : (
              <DecisionForm
                key={topic}
                topic={topic}
                present={present}
                seconds={() => Math.min(Math.floor(timerSeconds(timer, Date.now())), 86_400)}
                onRecorded={add}
              />
            )}
          </Part>
          {workshop === "failed" && (
            <p className="mt-4 text-note text-danger">What was decided before could not be fetched.</p>
          )}
          {read && read.decisions.length > 0 && (
            <Part title="Decided so far">
              <DecisionList decisions={read.decisions} nameOf={nameOf} />
            </Part>
          )}
        </div>
      </aside>
    </div>
  );
}

/** Fills the screen with the walk alone; Escape brings the browser back. */
function FullScreenButton() {
  return (
    <Button
      onClick={() => {
        if (document.fullscreenElement) void document.exitFullscreen();
        else void document.querySelector("[data-walk]")?.requestFullscreen();
      }}
    >
      Full screen
    </Button>
  );
}

function namesIn(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((name) => typeof name === "string") : [];
}
