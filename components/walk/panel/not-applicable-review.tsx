"use client";

import { type FormEvent, useState } from "react";
import { LongField } from "@/components/forms/long-field";
import { Button } from "@/components/ui/button";
import { answerNow } from "@/lib/core/walk/answering";
import { pendingOn } from "@/lib/core/walk/save-queue";
import { mayReview } from "../may-review";
import { type NotApplicableVerdict, reviewNotApplicable } from "../store/evidence-actions";
import { useWalk, useWalkBeside } from "../walk-context";

/** "Not applicable" as a reviewer meets it: the reason, and their word on it. */
export function NotApplicableReview({ criterion }: Readonly<{ criterion: string }>) {
  const store = useWalk();
  const { answering } = useWalkBeside("answering", "standing");
  const [refusing, setRefusing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const answer = answerNow(answering, criterion);
  const entry = answering.entries.get(criterion);
  const saved = pendingOn(answering.queue, criterion) === undefined;
  if (answer?.status !== "not-applicable" || answer.accepted || !entry || !saved) return null;
  const may = mayReview(store, [entry.changedBy]);

  async function decide(verdict: NotApplicableVerdict) {
    setBusy(true);
    const sent = await reviewNotApplicable(store, criterion, verdict);
    setBusy(false);
    setProblem(sent.ok ? undefined : (sent.problem.fields[0]?.message ?? sent.problem.title));
  }

  function refuse(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void decide({ verdict: "refuse", reason: String(new FormData(event.currentTarget).get("reason")) });
  }

  return (
    <section
      className="mt-4 rounded border border-line bg-sunk px-3 py-2.5 text-note"
      aria-label="Not applicable, to be accepted"
    >
      <p className="font-medium">Not applicable, to be accepted</p>
      <p className="mt-0.5 text-ink-2">{answer.reason}</p>
      {may === "yes" && !refusing && (
        <div className="mt-2 flex gap-2">
          <Button size="small" busy={busy} onClick={() => void decide({ verdict: "accept" })}>
            Accept
          </Button>
          <Button size="small" onClick={() => setRefusing(true)}>
            Refuse…
          </Button>
        </div>
      )}
      {may === "yes" && refusing && (
        <form onSubmit={refuse} className="mt-2 grid gap-2">
          <LongField label="Why does it apply?" what="a reason" name="reason" required autoFocus />
          <div className="flex gap-2">
            <Button size="small" type="submit" busy={busy}>
              Refuse: becomes unknown
            </Button>
            <Button size="small" variant="quiet" onClick={() => setRefusing(false)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      {may === "own" && <p className="mt-1 text-small text-ink-2">You answered this: it needs another reviewer.</p>}
      {problem && (
        <p role="alert" className="mt-1 text-small text-danger">
          {problem}
        </p>
      )}
    </section>
  );
}
