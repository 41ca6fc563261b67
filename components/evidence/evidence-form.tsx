"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { SentProblem } from "@/components/forms/send";
import type { KeptForm } from "@/components/forms/use-kept-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { CriterionChoice } from "@/lib/core/evidence/choices";
import { EVIDENCE_KINDS, type EvidenceKind } from "@/lib/core/evidence/kinds";
import { kindWords } from "@/lib/core/words/evidence";
import { CriteriaFields } from "./criteria-fields";
import { FileField } from "./file-field";
import { KindFields } from "./kind-fields";
import { PieceFields } from "./piece-fields";
import { readEvidenceForm } from "./read-evidence-form";
import type { EvidenceFields, SaidOf, SendEvidence } from "./types";

type Props = Readonly<{
  /** A piece to change; without one a new one is added. */
  piece?: Partial<EvidenceFields> & Readonly<{ fileName?: string }>;
  /** Criteria that it speaks to in the beginning. */
  said: readonly SaidOf[];
  choices: readonly CriterionChoice[];
  today: string;
  /** A file that was dropped or pasted; the form is a new one for each. */
  offered?: File | null;
  draft: KeptForm;
  send: SendEvidence;
  onDone: () => void;
}>;

/** What a person says of a piece of evidence, and of each criterion that it speaks to. What is typed stays over a reload until it is saved. */
export function EvidenceForm({ piece, said, choices, today, offered, draft, send, onDone }: Props) {
  const [kind, setKind] = useState<EvidenceKind>(() => firstKind(piece, draft, offered));
  const [picked, setPicked] = useState<File | null>(null);
  const [sending, setSending] = useState<number | null>(null);
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const [unread, setUnread] = useState<ReadonlyMap<string, string>>(new Map());
  const abort = useRef<AbortController | null>(null);
  const busy = sending !== null;
  const file = picked ?? offered ?? null;
  const form = useRef<HTMLFormElement>(null);
  // What is wrong may stand far above the button.
  useEffect(() => {
    if (problem || unread.size > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problem, unread]);
  const error = (path: string) => unread.get(path) ?? problem?.fields.find((field) => field.path === path)?.message;

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = readEvidenceForm(new FormData(event.currentTarget), kind);
    const problems = new Map(read.problems);
    if (kind === "file" && !piece && !file) problems.set("file", "Choose a file.");
    setUnread(problems);
    if (problems.size > 0) return;
    abort.current = new AbortController();
    setSending(0);
    setProblem(null);
    const sent = await send(read.fields, kind === "file" ? file : null, {
      signal: abort.current.signal,
      onProgress: setSending,
    });
    setSending(null);
    if (!sent.ok && sent.problem.kind === "aborted") return;
    setProblem(sent.ok ? null : sent.problem);
    if (!sent.ok) return;
    draft.forget();
    onDone();
  }

  const first = (name: string, value: string | undefined) => draft.read(name) ?? value ?? "";
  const untied = problem?.fields.length === 0 || problem?.fields.some(({ path }) => path.startsWith("criteria"));
  return (
    <form
      ref={form}
      onSubmit={save}
      noValidate
      onInput={(event) => draft.keep(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || busy) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
      className="grid gap-2.5"
    >
      {problem && untied && <Notice tone="danger" live title={problem.fields[0]?.message ?? problem.title} />}
      <input type="hidden" name="kind" value={kind} readOnly />
      {piece?.kind !== "file" && (
        <ToggleGroup
          label="Kind of evidence"
          options={EVIDENCE_KINDS.filter((one) => !piece || one !== "file").map((value) => ({
            value,
            label: kindWords(value),
          }))}
          value={kind}
          onChange={setKind}
        />
      )}
      {kind === "file" && !piece && <FileField file={file} onFile={setPicked} error={error("file")} />}
      {piece?.fileName && <p className="text-note wrap-anywhere text-ink-2">{piece.fileName}</p>}
      <PieceFields
        first={first}
        piece={piece}
        today={today}
        file={piece ? null : file}
        error={error}
        focus={kind !== "file" || Boolean(piece)}
      />
      <KindFields kind={kind} first={first} piece={piece} error={error} />
      <CriteriaFields first={first} said={said} choices={choices} error={error} />
      <p className="text-small text-ink-2">
        {piece
          ? "What a reviewer accepted and changes is to be accepted again."
          : "It counts once a reviewer has accepted it. Of one source only the newest counts."}
      </p>
      {busy && kind === "file" && <Progress label="Sending the file" value={sending} />}
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          {piece ? "Save evidence" : "Add evidence"}
        </Button>
        <Button size="small" variant="quiet" onClick={() => (busy ? abort.current?.abort() : onDone())}>
          {busy ? "Stop" : "Cancel"}
        </Button>
      </div>
    </form>
  );
}

function firstKind(piece: Props["piece"], draft: KeptForm, offered: File | null | undefined): EvidenceKind {
  if (piece?.kind) return piece.kind;
  if (offered) return "file";
  return EVIDENCE_KINDS.find((kind) => kind === draft.read("kind")) ?? "file";
}
