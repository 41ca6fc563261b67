"use client";

import { type FormEvent, useState } from "react";
import type { SentProblem } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { Decision } from "@/lib/core/walk/decision";
import { request } from "../store/request";
import { say } from "../store/say";
import { useFormDraft } from "../use-form-draft";
import { useWalk } from "../walk-context";

type Props = Readonly<{
  topic: string;
  present: readonly string[];
  /** Seconds that the topic has been talked about, asked for when it is recorded. */
  seconds: () => number;
  onRecorded: (decision: Decision) => void;
}>;

/** What was decided, and what some held against it. What is typed is kept over a reload until it is recorded. */
export function DecisionForm({ topic, present, seconds, onRecorded }: Props) {
  const store = useWalk();
  const draft = useFormDraft(`decision/${topic}`);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const error = (path: string) => problem?.fields.find((field) => field.path.split(".")[0] === path)?.message;

  async function record(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? "").trim();
    setBusy(true);
    const body = { topic, present, decision: text("decision"), dissent: text("dissent"), seconds: seconds() };
    const sent = await request<Decision>(store, "/workshop", body);
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem);
    if (!sent.ok) return;
    // Not `reset`, which would bring the draft back.
    for (const field of form.querySelectorAll("textarea")) field.value = "";
    draft.forget();
    say(store, "Decision recorded.");
    onRecorded(sent.data);
  }

  return (
    <form onSubmit={record} onInput={(event) => draft.keep(event.currentTarget)} className="grid gap-2.5">
      {problem && problem.fields.length === 0 && <Notice tone="danger" live title={problem.title} />}
      {error("present") && <Notice tone="danger" live title={error("present") ?? ""} />}
      <Field label="Decision" error={error("decision")} required>
        {(ties) => <Textarea {...ties} name="decision" dir="auto" rows={3} defaultValue={draft.read("decision")} />}
      </Field>
      <Field label="Dissent" optional="who sees it differently, and why" error={error("dissent")}>
        {(ties) => <Textarea {...ties} name="dissent" dir="auto" rows={2} defaultValue={draft.read("dissent")} />}
      </Field>
      <Button type="submit" variant="primary" busy={busy} className="justify-self-start">
        Record decision
      </Button>
    </form>
  );
}
