"use client";

import { type FormEvent, useEffect, useState } from "react";
import { LongField } from "@/components/forms/long-field";
import type { SentProblem } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { assign } from "../store/assignment-actions";
import { loadMembers } from "../store/load-members";
import { useWalk, useWalkState } from "../walk-context";

/** Roles that answer; the others can't be asked to. */
const ANSWERERS = ["owner", "admin", "consultant", "assessor"];

/** Asks somebody for a topic or its whole pillar, until a day. */
export function AssignForm({ topic, onDone }: Readonly<{ topic: string; onDone: () => void }>) {
  const store = useWalk();
  const { members } = useWalkState("members");
  const { pillar } = store.place();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const error = (path: string) => problem?.fields.find((field) => field.path === path)?.message;
  useEffect(() => void loadMembers(store), [store]);

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    setBusy(true);
    const due = text("due");
    const fields = { person: text("person"), places: [text("place")], note: text("note"), ...(due ? { due } : {}) };
    const sent = await assign(store, fields);
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem);
    if (sent.ok) onDone();
  }

  const people = (members ?? []).filter(({ role }) => ANSWERERS.includes(role));
  return (
    <form onSubmit={ask} className="mt-2 grid gap-2.5 rounded border border-line px-2.5 py-2">
      {problem && problem.fields.length === 0 && <Notice tone="danger" live title={problem.title} />}
      <Field label="Who" error={error("person")} required>
        {(ties) => (
          <Select
            {...ties}
            name="person"
            autoFocus
            required
            options={[
              { value: "", label: members ? "Choose somebody" : "Fetching names…" },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      <Field label="For" required>
        {(ties) => (
          <Select
            {...ties}
            name="place"
            options={[
              { value: topic, label: "This topic" },
              { value: pillar.id, label: `All of ${pillar.title}` },
            ]}
          />
        )}
      </Field>
      <Field label="Due" optional="optional" error={error("due")}>
        {(ties) => <Input {...ties} type="date" name="due" />}
      </Field>
      <LongField label="Note" what="this note" name="note" error={error("note")} optional="optional" />
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          Ask
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
