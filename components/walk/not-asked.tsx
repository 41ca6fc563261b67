"use client";

import { criteriaAsked } from "@/lib/core/walk/outline";
import { KeptEntry } from "./kept-entry";
import { RefusalNote } from "./refusal-note";
import { useWalk, useWalkState } from "./walk-context";

/** What waits for statements that the assessment's version doesn't ask any more: it has no row, and stays until its author lets go of it. */
export function NotAsked() {
  const store = useWalk();
  const { answering, typed } = useWalkState("answering", "typed");
  const asked = criteriaAsked(store.places);
  const refused = [...answering.refusals.values()].filter(({ change }) => !asked.has(change.criterion));
  const begun = [...typed.values()].filter(({ criterion }) => criterion !== null && !asked.has(criterion));
  if (refused.length + begun.length === 0) return null;
  return (
    <section aria-label="Not asked any more" className="border-b border-line px-7 py-2 max-sm:px-3.5">
      {refused.map((refusal) => (
        <div key={refusal.change.criterion} data-not-asked={refusal.change.criterion}>
          <RefusalNote refusal={refusal} />
        </div>
      ))}
      {begun.map(({ criterion, field, text }) => (
        <KeptEntry key={`${criterion} ${field}`} criterion={criterion} field={field} text={text} />
      ))}
    </section>
  );
}
