"use client";

import { ReasonEntry } from "./reason-entry";
import { typedKey } from "./store/walk-state";
import { useWalkState } from "./walk-context";

/** The reason for all that is unanswered in the topic, while it is being typed. */
export function TopicReason() {
  const { typed, topic, wish } = useWalkState("typed", "topic", "wish");
  const entry = typed.get(typedKey({ topic, criterion: null, field: "reason" }));
  if (!entry) return null;
  return (
    <div className="mt-2.5 rounded border border-line bg-sunk px-3 pt-2">
      <ReasonEntry criterion={null} typed={entry.text} wish={wish?.criterion === null ? wish : null} />
    </div>
  );
}
