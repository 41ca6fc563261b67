"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef, useState } from "react";
import { type SentProblem, sendBytes } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { formatNames, formatNumberOf } from "@/lib/core/words/format";
import { ImportPreview } from "./import-preview";
import { ImportProblems } from "./import-problems";
import type { Imported, Preview } from "./import-types";

type Step =
  | Readonly<{ kind: "choose" }>
  | Readonly<{ kind: "working"; words: string; stop: AbortController }>
  | Readonly<{ kind: "refused"; problem: SentProblem }>
  | Readonly<{ kind: "preview"; file: File; preview: Preview; problem?: string }>
  | Readonly<{ kind: "done"; imported: Imported }>;

type Props = Readonly<{ api: string; organization: string; maxBytes: number }>;

/** Brings an assessment file in: chosen, compared with what is there, looked at, then imported whole or not at all. */
export function ImportFile({ api, organization, maxBytes }: Props) {
  const router = useRouter();
  const [step, setStep] = useState<Step>({ kind: "choose" });
  const chooser = useRef<HTMLInputElement>(null);

  async function compare(file: File) {
    if (file.size > maxBytes) {
      setStep({ kind: "refused", problem: tooLarge(file, maxBytes) });
      return;
    }
    const stop = new AbortController();
    setStep({ kind: "working", words: `Comparing ${file.name} with what is here`, stop });
    const sent = await sendBytes<Preview>(`${api}/import/preview`, file, { signal: stop.signal });
    if (sent.ok) setStep({ kind: "preview", file, preview: sent.data });
    else if (sent.problem.kind === "aborted") reset();
    else setStep({ kind: "refused", problem: sent.problem });
  }

  async function apply(file: File, preview: Preview) {
    const stop = new AbortController();
    setStep({ kind: "working", words: "Importing: all of it, or nothing", stop });
    const sent = await sendBytes<Imported>(`${api}/import/${preview.token}`, file);
    if (sent.ok) {
      setStep({ kind: "done", imported: sent.data });
      router.refresh();
      return;
    }
    const now = sent.problem.kind === "conflict" && isPreview(sent.problem.preview) ? sent.problem.preview : preview;
    setStep({ kind: "preview", file, preview: now, problem: sent.problem.title });
  }

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.currentTarget.files?.[0];
    if (file) void compare(file);
  }

  function reset() {
    if (chooser.current) chooser.current.value = "";
    setStep({ kind: "choose" });
  }

  return (
    <div className="grid gap-3">
      <Field
        label="Assessment file"
        hint="JSON, plumbline.assessment/1. You see what would change before anything does."
      >
        {(ties) => <FileInput {...ties} ref={chooser} accept=".json,application/json" onChange={choose} />}
      </Field>
      <div aria-live="polite" className="grid gap-3">
        {step.kind === "working" && (
          <div className="grid gap-2">
            <p className="text-note text-ink-2">{step.words}</p>
            <Progress label={step.words} />
            {step.words.startsWith("Comparing") && (
              <Button size="small" className="justify-self-start" onClick={() => step.stop.abort()}>
                Cancel
              </Button>
            )}
          </div>
        )}
        {step.kind === "refused" && <ImportProblems problem={step.problem} />}
        {step.kind === "done" && (
          <Notice title={doneWords(step.imported)}>The history of each answer says “import”.</Notice>
        )}
      </div>
      {step.kind === "preview" && (
        <ImportPreview
          preview={step.preview}
          organization={organization}
          problem={step.problem}
          onImport={() => void apply(step.file, step.preview)}
          onCancel={reset}
        />
      )}
    </div>
  );
}

function doneWords({ answers, evidence, exceptions }: Imported): string {
  const parts = [
    answers > 0 && formatNumberOf(answers, "answer"),
    evidence > 0 && formatNumberOf(evidence, "piece of evidence", "pieces of evidence"),
    exceptions > 0 && formatNumberOf(exceptions, "exception"),
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Imported ${formatNames(parts)}.` : "Imported.";
}

function tooLarge(file: File, maxBytes: number): SentProblem {
  const megabytes = (bytes: number) => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
  const title = `${file.name} has ${megabytes(file.size)}; at most ${megabytes(maxBytes)} are read.`;
  return { status: 422, kind: "invalid", title, fields: [] };
}

function isPreview(value: unknown): value is Preview {
  return typeof value === "object" && value !== null && "token" in value && "answers" in value;
}
