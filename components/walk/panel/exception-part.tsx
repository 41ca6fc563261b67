"use client";

import { type FormEvent, useState } from "react";
import type { SentProblem } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { formatDay } from "@/lib/core/words/format";
import { expiryWords } from "../expiry-words";
import { mayReview } from "../may-review";
import { nameTeller } from "../name-teller";
import { endException, saveException } from "../store/evidence-actions";
import { useFormDraft } from "../use-form-draft";
import { useWalk, useWalkState } from "../walk-context";
import { Part } from "./part";

/** An accepted deviation: shown, never scored as met. */
export function ExceptionPart({ criterion }: Readonly<{ criterion: string }>) {
  const store = useWalk();
  const { exceptions, answering, names } = useWalkState();
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
      {open && <ExceptionForm criterion={criterion} onDone={() => setOpen(false)} />}
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

function ExceptionForm({ criterion, onDone }: Readonly<{ criterion: string; onDone: () => void }>) {
  const store = useWalk();
  const draft = useFormDraft(`exception/${criterion}`);
  const known = useWalkState().exceptions.get(criterion);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const error = (path: string) => problem?.fields.find((field) => field.path === path)?.message;

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    setBusy(true);
    const fields = { owner: text("owner"), reason: text("reason"), risk: text("risk"), expires: text("expires") };
    const sent = await saveException(store, criterion, fields);
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem);
    if (!sent.ok) return;
    draft.forget();
    onDone();
  }

  return (
    <form
      onSubmit={save}
      onInput={(event) => draft.keep(event.currentTarget)}
      className="grid gap-2.5 rounded border border-line px-2.5 py-2"
    >
      {problem && problem.fields.length === 0 && <Notice tone="danger" live title={problem.title} />}
      <Field label="Reason" error={error("reason")} required>
        {(ties) => (
          <Textarea
            {...ties}
            name="reason"
            rows={2}
            maxLength={2000}
            defaultValue={draft.read("reason") ?? known?.reason}
            autoFocus
          />
        )}
      </Field>
      <Field label="Risk" optional="optional" error={error("risk")}>
        {(ties) => (
          <Textarea {...ties} name="risk" rows={1} maxLength={2000} defaultValue={draft.read("risk") ?? known?.risk} />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Owner" error={error("owner")} required>
          {(ties) => (
            <Input
              {...ties}
              name="owner"
              maxLength={200}
              autoComplete="off"
              defaultValue={draft.read("owner") ?? known?.owner}
            />
          )}
        </Field>
        <Field label="Ends on" error={error("expires")} required>
          {(ties) => (
            <Input
              {...ties}
              type="date"
              name="expires"
              className="px-1.5!"
              defaultValue={draft.read("expires") ?? known?.expires}
            />
          )}
        </Field>
      </div>
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          Accept exception
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
