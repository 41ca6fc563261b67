"use client";

import { Suspense, useState } from "react";
import type { Sent } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { expiryWords } from "@/lib/core/words/expiry";
import { formatDay } from "@/lib/core/words/format";
import { lazily } from "../lazily";
import { mayReview } from "../may-review";
import { nameTeller } from "../name-teller";
import { endException } from "../store/evidence-actions";
import { acceptException } from "../store/review-actions";
import { useWalk, useWalkBeside } from "../walk-context";
import { BeginButton } from "./begin-button";
import { Part } from "./part";

const ExceptionForm = lazily(() => import("./exception-form").then((module) => module.ExceptionForm));

/** A deviation, proposed or accepted: shown, never scored as met. */
export function ExceptionPart({ criterion, begun }: Readonly<{ criterion: string; begun: boolean }>) {
  const store = useWalk();
  const { exceptions, answering, names, standing } = useWalkBeside("exceptions", "answering", "names", "standing");
  const [open, setOpen] = useState(begun);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const exception = exceptions.get(criterion);
  const entry = answering.entries.get(criterion);
  const { rights, me } = store.data;
  const nameOf = nameTeller(names, me.id);
  const proposes = rights.propose && standing.state !== "approved";
  if (!exception && !proposes) return null;
  const authors = [...(entry?.answer ? [entry.changedBy] : []), ...(exception ? [exception.createdBy] : [])];
  const may = exception?.acceptedBy ? "no" : mayReview(store, authors);
  const ends = proposes && (rights.accept || (!exception?.acceptedBy && exception?.createdBy === me.id));
  const lapsed = exception !== undefined && exception.expires <= store.data.asOf;

  async function run(step: () => Promise<Sent<unknown>>) {
    setBusy(true);
    const sent = await step();
    setBusy(false);
    setProblem(sent.ok ? undefined : sent.problem.title);
  }

  return (
    <Part title="Exception">
      {open && (
        <Suspense>
          <ExceptionForm criterion={criterion} onDone={() => setOpen(false)} />
        </Suspense>
      )}
      {!open && exception && (
        <div className="rounded border border-line px-2.5 py-1.75 text-note">
          <p className="font-medium">{exception.reason}</p>
          <p className="flex flex-wrap justify-between gap-x-3 text-small text-ink-2">
            <span>owner {exception.owner}</span>
            <span>{expiryWords(exception.expires, store.data.asOf)}</span>
          </p>
          {exception.risk && <p className="text-small text-ink-2">Risk: {exception.risk}</p>}
          <p className="text-small text-ink-2">
            {exception.acceptedBy
              ? `accepted by ${nameOf(exception.acceptedBy)}`
              : `proposed by ${nameOf(exception.createdBy)}, to be accepted`}{" "}
            · until {formatDay(exception.expires)} · never scored as met
          </p>
          {may === "own" && (
            <p className="text-small text-ink-2">You answered or proposed this: it needs another reviewer.</p>
          )}
          <div className="mt-1 flex gap-1.5">
            {may === "yes" && !lapsed && (
              <Button size="small" busy={busy} onClick={() => void run(() => acceptException(store, exception))}>
                Accept
              </Button>
            )}
            {proposes && (
              <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
                Edit
              </Button>
            )}
            {ends && (
              <Button
                size="small"
                variant="quiet"
                busy={busy}
                onClick={() => void run(() => endException(store, criterion))}
              >
                {exception.acceptedBy ? "End it" : "Take back"}
              </Button>
            )}
          </div>
        </div>
      )}
      {!open && !exception && <BeginButton of="exception" onClick={() => setOpen(true)} />}
      {problem && (
        <p role="alert" className="text-small text-danger">
          {problem}
        </p>
      )}
    </Part>
  );
}
