"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { keptWithin } from "@/lib/core/device/keeping";
import { unsaved } from "@/lib/core/walk/answering";
import { meanwhileWords, standingOf } from "@/lib/core/walk/walk-data";
import { formatNumberOf } from "@/lib/core/words/format";
import { useWalk, useWalkBeside } from "./walk-context";

/** What happened to the assessment while the walk was open, and what becomes of what isn't saved. */
export function Meanwhile() {
  const { data } = useWalk();
  const { standing, answering, typed } = useWalkBeside("standing", "answering", "typed");
  const words = meanwhileWords(standingOf(data), standing);
  if (!words) return null;
  const left = unsaved(answering).reduce((sum, { changes }) => sum + changes.length, 0) + typed.size;
  return (
    <div className="border-b border-line px-7 py-2 max-sm:px-3.5">
      <Notice
        tone="warning"
        title={words}
        action={
          <Button size="small" onClick={() => window.location.reload()}>
            Load it again
          </Button>
        }
      >
        {left > 0
          ? `${formatNumberOf(left, "entry", "entries")} of yours not saved: ${keptWithin(data.organization.keeping)} and shown where you made ${left === 1 ? "it" : "them"}.`
          : "Everything that you entered is saved."}
      </Notice>
    </div>
  );
}
