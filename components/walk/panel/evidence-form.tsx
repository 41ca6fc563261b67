"use client";

import { type FormEvent, useState } from "react";
import type { SentProblem } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { coverageText } from "@/lib/core/walk/answer-words";
import type { EvidenceView } from "@/lib/core/walk/evidence-view";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";
import { type EvidenceFields, saveEvidence } from "../store/evidence-actions";
import { useFormDraft } from "../use-form-draft";
import { useTimeTelling, useWalk } from "../walk-context";

type Props = Readonly<{ criterion: string; item?: EvidenceView; onDone: () => void }>;

/** What a person says of a piece of evidence. What is typed stays over a reload until it is saved. */
export function EvidenceForm({ criterion, item, onDone }: Props) {
  const store = useWalk();
  const { today } = useTimeTelling();
  const draft = useFormDraft(`evidence/${item?.id ?? criterion}`);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const [share, setShare] = useState<string | undefined>();
  const error = (path: string) => problem?.fields.find((field) => field.path === path)?.message;

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const measured = readShare(String(form.get("coverage")));
    setShare(measured.ok ? undefined : measured.message);
    if (!measured.ok) return;
    setBusy(true);
    const sent = await saveEvidence(store, fieldsOf(form, criterion, measured.share), item?.id);
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem);
    if (!sent.ok) return;
    draft.forget();
    onDone();
  }

  const first = (name: string, value: string | undefined) => draft.read(name) ?? value ?? "";
  return (
    <form
      onSubmit={save}
      onInput={(event) => draft.keep(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }
      }}
      className="grid gap-2.5"
    >
      {problem && problem.fields.length === 0 && <Notice tone="danger" live title={problem.title} />}
      <Field label="Title" error={error("title")} required>
        {(ties) => (
          <Input
            {...ties}
            name="title"
            defaultValue={first("title", item?.title)}
            maxLength={300}
            autoComplete="off"
            autoFocus
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Was so on" error={error("date")} required>
          {(ties) => (
            <Input
              {...ties}
              type="date"
              name="date"
              defaultValue={first("date", item?.date ?? today)}
              className="px-1.5!"
            />
          )}
        </Field>
        <Field label="Expires" optional="optional" error={error("expires")}>
          {(ties) => (
            <Input
              {...ties}
              type="date"
              name="expires"
              defaultValue={first("expires", item?.expires)}
              className="px-1.5!"
            />
          )}
        </Field>
      </div>
      <Field label="Link" optional="optional" error={error("link")}>
        {(ties) => (
          <Input
            {...ties}
            name="link"
            inputMode="url"
            defaultValue={first("link", item?.link)}
            maxLength={2000}
            autoComplete="off"
            placeholder="https://"
          />
        )}
      </Field>
      <RadioGroup
        legend="To the statement it"
        name="verdict"
        defaultValue={first("verdict", item?.verdict) || "supports"}
        options={[
          { value: "supports", label: "Supports" },
          { value: "contradicts", label: "Contradicts" },
        ]}
      />
      <div className="grid grid-cols-2 gap-2">
        <Field label="Measured" optional="optional" error={share ?? error("coverage")}>
          {(ties) => (
            <Input
              {...ties}
              figures
              name="coverage"
              defaultValue={first("coverage", measuredText(item))}
              autoComplete="off"
              placeholder="93.3 %"
            />
          )}
        </Field>
        <Field label="Source" optional="optional" error={error("source")}>
          {(ties) => (
            <Input
              {...ties}
              name="source"
              defaultValue={first("source", item?.source)}
              maxLength={200}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <p className="text-small text-ink-2">
        {item
          ? "A change is to be accepted again."
          : "It counts once a reviewer has accepted it. Of one source only the newest counts."}
      </p>
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          {item ? "Save evidence" : "Add evidence"}
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function fieldsOf(form: FormData, criterion: string, coverage: number | undefined): EvidenceFields {
  const text = (name: string) => String(form.get(name) ?? "").trim() || undefined;
  const verdict = form.get("verdict") === "contradicts" ? "contradicts" : "supports";
  const kind = text("source") ? "scan" : text("link") ? "link" : "attestation";
  return {
    kind,
    ...(kind === "attestation" ? { method: "examine" } : {}),
    title: text("title") ?? "",
    date: text("date") ?? "",
    expires: text("expires"),
    link: text("link"),
    source: text("source"),
    criteria: [{ criterion, verdict, coverage }],
  };
}

type Share = Readonly<{ ok: true; share: number | undefined }> | Readonly<{ ok: false; message: string }>;

function readShare(text: string): Share {
  if (text.trim() === "") return { ok: true, share: undefined };
  const parsed = parseCoverage(text);
  if (!parsed.ok) return parsed;
  const { answer } = parsed;
  return { ok: true, share: answer.status === "partly" ? answer.coverage : answer.status === "met" ? 1 : 0 };
}

function measuredText(item: EvidenceView | undefined): string | undefined {
  if (item?.coverage === undefined) return undefined;
  if (item.coverage === 0 || item.coverage === 1) return `${item.coverage * 100} %`;
  return coverageText({ status: "partly", coverage: item.coverage });
}
