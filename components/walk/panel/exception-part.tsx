"use client";

import { Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { expiryWords } from "@/lib/core/words/expiry";
import { formatDay } from "@/lib/core/words/format";
import { lazily } from "../lazily";
import { mayReview } from "../may-review";
import { nameTeller } from "../name-teller";
import { endException } from "../store/evidence-actions";
import { useWalk, useWalkState } from "../walk-context";
import { Part } from "./part";

const ExceptionForm = lazily(() => import("./exception-form").then((module) => module.ExceptionForm));

/** An accepted deviation: shown, never scored as met. */
export function ExceptionPart({ criterion }: Readonly<{ criterion: string }>) {
  const store = useWalk();
  const { exceptions, answering, names } = useWalkState("exceptions", "answering", "names");
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const exception = exceptions.get(criterion);
  const entry = answering.entries.get(criterion);
  const may = mayReview(store.data, entry?.answer ? [entry.changedBy] : []);
  if (!exception && may === "no") return null;

  async function end() {
    setBusy(true);
    const sent = await endException(store, criterion);
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
            accepted by {nameTeller(names, store.data.me.id)(exception.createdBy)} · until{" "}
            {formatDay(exception.expires)} · never scored as met
          </p>
          {may === "yes" && (
            <div className="mt-1 flex gap-1.5">
              <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
                Edit
              </Button>
              <Button size="small" variant="quiet" busy={busy} onClick={() => void end()}>
                End it
              </Button>
            </div>
          )}
        </div>
      )}
      {!open && !exception && may === "yes" && (
        <Button size="small" variant="quiet" className="-ml-2" icon="plus" onClick={() => setOpen(true)}>
          Accept an exception
        </Button>
      )}
      {!exception && may === "own" && (
        <p className="text-small text-ink-2">You answered this: an exception needs another reviewer.</p>
      )}
      {problem && (
        <p role="alert" className="text-small text-danger">
          {problem}
        </p>
      )}
    </Part>
  );
}
