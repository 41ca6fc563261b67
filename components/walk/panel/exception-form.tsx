"use client";

import { type FormEvent, useState } from "react";
import type { SentProblem } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { saveException } from "../store/evidence-actions";
import { useFormDraft } from "../use-form-draft";
import { useWalk, useWalkState } from "../walk-context";

/** Owner, reason, risk and last day of a deviation that somebody else is to accept. */
export function ExceptionForm({ criterion, onDone }: Readonly<{ criterion: string; onDone: () => void }>) {
  const store = useWalk();
  const draft = useFormDraft(`exception/${criterion}`);
  const known = useWalkState("exceptions").exceptions.get(criterion);
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
          Propose exception
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
