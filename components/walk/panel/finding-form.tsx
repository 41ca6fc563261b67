"use client";

import { type FormEvent, useState } from "react";
import type { SentProblem } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type Finding, METHODS } from "@/lib/core/review/finding";
import { METHOD_NAMES } from "@/lib/core/review/review-words";
import { coverageText } from "@/lib/core/walk/answer-words";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";
import { saveFinding } from "../store/review-actions";
import { useFormDraft } from "../use-form-draft";
import { useWalk } from "../walk-context";

const FOUND = [
  { value: "met", label: "Met" },
  { value: "partly", label: "Partly" },
  { value: "not-met", label: "Not met" },
  { value: "not-applicable", label: "Not applicable" },
];

type Props = Readonly<{ criterion: string; known: Finding | undefined; onDone: () => void }>;

/** What was found, how, in which sample. */
export function FindingForm({ criterion, known, onDone }: Props) {
  const store = useWalk();
  const draft = useFormDraft(`finding/${criterion}`);
  const [status, setStatus] = useState(draft.read("status") ?? known?.status ?? "met");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const [share, setShare] = useState<string | undefined>();
  const error = (path: string) => problem?.fields.find((field) => field.path === path)?.message;

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const coverage = status === "partly" ? shareOf(text("coverage")) : undefined;
    setShare(coverage === null ? "Give a share such as 92 % or a count such as 11/12." : undefined);
    if (coverage === null) return;
    setBusy(true);
    const sent = await saveFinding(store, criterion, {
      status,
      ...(coverage === undefined ? {} : { coverage }),
      ...{ method: text("method"), sample: text("sample"), note: text("note") },
    });
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
      className="mt-1.5 grid gap-2.5 rounded border border-line px-2.5 py-2"
    >
      {problem && problem.fields.length === 0 && <Notice tone="danger" live title={problem.title} />}
      <div className="grid grid-cols-2 gap-2">
        <Field label="Found" error={error("status")} required>
          {(ties) => (
            <Select
              {...ties}
              name="status"
              options={FOUND}
              value={status}
              onChange={(event) => setStatus(event.target.value)}
            />
          )}
        </Field>
        <Field label="How" error={error("method")} required>
          {(ties) => (
            <Select
              {...ties}
              name="method"
              options={METHODS.map((method) => ({ value: method, label: METHOD_NAMES[method] }))}
              defaultValue={draft.read("method") ?? known?.method ?? "examine"}
            />
          )}
        </Field>
      </div>
      {status === "partly" && (
        <Field label="Share" hint="92 % or 11/12" error={share ?? error("coverage")} required>
          {(ties) => (
            <Input
              {...ties}
              name="coverage"
              autoComplete="off"
              defaultValue={draft.read("coverage") ?? coverageText(partlyOf(known))}
            />
          )}
        </Field>
      )}
      <Field label="Sample" optional="optional" error={error("sample")}>
        {(ties) => (
          <Input
            {...ties}
            name="sample"
            maxLength={300}
            autoComplete="off"
            placeholder="12 of 530 laptops"
            defaultValue={draft.read("sample") ?? known?.sample}
          />
        )}
      </Field>
      <Field label="Note" optional="optional" error={error("note")}>
        {(ties) => (
          <Textarea {...ties} name="note" rows={2} maxLength={2000} defaultValue={draft.read("note") ?? known?.note} />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          Keep finding
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function partlyOf(known: Finding | undefined) {
  return known?.coverage === undefined ? null : { status: "partly" as const, coverage: known.coverage };
}

/** A share in (0, 1), or null where there is none in what was typed. */
function shareOf(text: string): number | null {
  const parsed = parseCoverage(text);
  return parsed.ok && parsed.answer.status === "partly" ? parsed.answer.coverage : null;
}
