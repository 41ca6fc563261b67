"use client";

import { clockTime, type Decision } from "@/lib/core/walk/decision";
import { dayIn } from "@/lib/core/walk/provenance-words";
import { formatDay, formatNames, formatTime } from "@/lib/core/words/format";
import { useTimeTelling } from "../walk-context";

type Props = Readonly<{ decisions: readonly Decision[]; nameOf: (person: string) => string }>;

/** What workshops decided on a topic, the newest first. */
export function DecisionList({ decisions, nameOf }: Props) {
  const { timeZone } = useTimeTelling();
  return (
    <ul className="grid gap-2">
      {decisions.map((one) => (
        <li key={one.id} className="rounded border border-line bg-raised px-2.5 py-2 text-note">
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {one.decision}
          </p>
          {one.dissent && (
            <p dir="auto" className="mt-1 whitespace-pre-wrap text-ink-2 wrap-anywhere">
              <span className="font-medium text-ink">Dissent:</span> {one.dissent}
            </p>
          )}
          <p className="mt-1 text-small text-ink-2">
            {formatDay(dayIn(one.recordedAt, timeZone))}, {formatTime(new Date(one.recordedAt), timeZone)} · recorded by{" "}
            {nameOf(one.recordedBy)} · present: {formatNames(one.present)}
            {one.seconds > 0 && ` · ${clockTime(one.seconds)} on the topic`}
          </p>
        </li>
      ))}
    </ul>
  );
}
