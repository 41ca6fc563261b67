"use client";

import { useRef, useState } from "react";
import { type FormTools, KeptForm } from "@/components/forms/kept-form";
import type { FormPlace } from "@/components/forms/use-kept-form";
import { Progress } from "@/components/ui/progress";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { CriterionChoice } from "@/lib/core/evidence/choices";
import { EVIDENCE_KINDS, type EvidenceKind, isEvidenceKind } from "@/lib/core/evidence/kinds";
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
  place: FormPlace;
  send: SendEvidence;
  onDone: () => void;
}>;

/** What a person says of a piece of evidence, and of each criterion that it speaks to. */
export function EvidenceForm({ piece, said, choices, today, offered = null, place, send, onDone }: Props) {
  const [picked, setPicked] = useState<File | null>(null);
  const [sent, setSent] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const file = picked ?? offered;

  async function save(form: FormData) {
    const kind = form.get("kind");
    const read = readEvidenceForm(form, isEvidenceKind(kind) ? kind : "file");
    const wrong = new Map(read.problems);
    if (kind === "file" && !piece && !file) wrong.set("file", "Choose a file.");
    if (wrong.size > 0) return { wrong };
    abort.current = new AbortController();
    setSent(0);
    return send(read.fields, kind === "file" ? file : null, { signal: abort.current.signal, onProgress: setSent });
  }

  return (
    <KeptForm
      place={place}
      action={piece ? "Save evidence" : "Add evidence"}
      save={save}
      onDone={onDone}
      onCancel={onDone}
      onStop={() => abort.current?.abort()}
      untied={["criteria"]}
      noValidate
    >
      {(tools) => (
        <Entries
          {...tools}
          {...{ piece, said, choices, today, file }}
          offered={offered !== null}
          sent={sent}
          onFile={setPicked}
        />
      )}
    </KeptForm>
  );
}

type EntriesProps = FormTools &
  Pick<Props, "piece" | "said" | "choices" | "today"> &
  Readonly<{ file: File | null; offered: boolean; sent: number; onFile: (file: File | null) => void }>;

function Entries({ first, error, busy, piece, said, choices, today, file, offered, sent, onFile }: EntriesProps) {
  const [kind, setKind] = useState<EvidenceKind>(() => {
    const kept = first("kind");
    return piece?.kind ?? (!offered && isEvidenceKind(kept) ? kept : "file");
  });
  return (
    <>
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
      {kind === "file" && !piece && <FileField file={file} onFile={onFile} error={error("file")} />}
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
      {busy && kind === "file" && <Progress label="Sending the file" value={sent} />}
    </>
  );
}
