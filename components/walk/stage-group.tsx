"use client";

import { useMemo } from "react";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import type { StageMean } from "@/lib/core/scoring/types";
import { answerNow } from "@/lib/core/walk/answering";
import { awaitsConfirmation } from "@/lib/core/walk/confirmation";
import type { EvidenceView } from "@/lib/core/walk/evidence-view";
import type { CriterionText } from "@/lib/core/walk/outline";
import { pendingOn } from "@/lib/core/walk/save-queue";
import { formatShare } from "@/lib/core/words/shares";
import { CriterionRow } from "./criterion-row";
import { nameTeller } from "./name-teller";
import { typedKey } from "./store/walk-state";
import { useTimeTelling, useWalk, useWalkState } from "./walk-context";

const NO_EVIDENCE: readonly EvidenceView[] = [];

type Props = Readonly<{
  stage: StageRef;
  description: string;
  mean: StageMean | undefined;
  criteria: readonly CriterionText[];
  /** The criterion that had the focus when the topic was gone to. */
  entry: string | null;
  readOnly: boolean;
}>;

/** The criteria of one stage under its name and how much of it holds. */
export function StageGroup({ stage, description, mean, criteria, entry, readOnly }: Props) {
  const store = useWalk();
  const state = useWalkState(
    "answering",
    "evidence",
    "exceptions",
    "names",
    "typed",
    "topic",
    "focused",
    "wish",
    "link",
    "standing",
  );
  const times = useTimeTelling();
  const { threshold } = store.data.outline;
  const { asOf, me } = store.data;
  const { names } = state;
  const telling = useMemo(() => ({ nameOf: nameTeller(names, me.id), asOf, ...times }), [names, me.id, asOf, times]);
  return (
    <section aria-label={stage.name}>
      <div className="mt-3.5 flex flex-wrap items-baseline gap-x-2.5 border-b border-line-strong pb-1.25">
        <h3 className="text-body font-semibold">{stage.name}</h3>
        {mean && (
          <span className="ml-auto text-small text-ink-2">
            {formatShare(mean.low, threshold)}, needs {threshold.toFixed(2)}
            {mean.verified > 0 && ` · verified ${formatShare(mean.verified, threshold)}`}
          </span>
        )}
        <p className="w-full text-small text-ink-2 sm:hidden">{description}</p>
      </div>
      <ul>
        {criteria.map((text, index) => {
          const { id } = text;
          const typing = (field: "coverage" | "reason") =>
            state.typed.get(typedKey({ topic: state.topic, criterion: id, field }))?.text;
          return (
            <CriterionRow
              // The next topic's criteria are written into the same rows, which takes half the time of new ones. But the one
              // that gets the focus is new: screen readers don't tell a focus that stays on the same button.
              key={id === entry ? id : index}
              text={text}
              answer={answerNow(state.answering, id)}
              entry={state.answering.entries.get(id)}
              evidence={state.evidence.get(id) ?? NO_EVIDENCE}
              exception={state.exceptions.get(id)}
              stillTrue={awaitsConfirmation(state.answering, id, state.standing)}
              telling={telling}
              saving={
                pendingOn(state.answering.queue, id) === undefined ? null : state.link === "online" ? "saving" : "kept"
              }
              conflict={state.answering.conflicts.get(id)}
              refusal={state.answering.refusals.get(id)}
              focused={state.focused === id}
              coverage={typing("coverage")}
              reason={typing("reason")}
              wish={state.wish?.criterion === id ? state.wish : null}
              readOnly={readOnly}
            />
          );
        })}
      </ul>
    </section>
  );
}
