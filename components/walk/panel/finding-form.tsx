"use client";

import { useState } from "react";
import { type FormTools, KeptForm } from "@/components/forms/kept-form";
import { LongField } from "@/components/forms/long-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Finding, METHODS } from "@/lib/core/review/finding";
import { METHOD_NAMES } from "@/lib/core/review/review-words";
import { coverageText } from "@/lib/core/walk/answer-words";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";
import { saveFinding } from "../store/review-actions";
import { useFormPlace } from "../use-form-place";
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
  const place = useFormPlace(`finding/${criterion}`);

  async function save(form: FormData) {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const status = text("status");
    const coverage = status === "partly" ? shareOf(text("coverage")) : undefined;
    if (coverage === null) {
      return { wrong: new Map([["coverage", "Give a share such as 92 % or a count such as 11/12."]]) };
    }
    return saveFinding(store, criterion, {
      status,
      ...(coverage === undefined ? {} : { coverage }),
      ...{ method: text("method"), sample: text("sample"), note: text("note") },
    });
  }

  return (
    <KeptForm
      place={place}
      action="Keep finding"
      save={save}
      onDone={onDone}
      onCancel={onDone}
      className="mt-1.5 rounded border border-line px-2.5 py-2"
    >
      {(tools) => <Entries {...tools} known={known} />}
    </KeptForm>
  );
}

function Entries({ first, error, known }: FormTools & Pick<Props, "known">) {
  const [status, setStatus] = useState(first("status", known?.status ?? "met"));
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Found" error={error("status")} required>
          {(ties) => (
            <Select
              {...ties}
              name="status"
              autoFocus
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
              defaultValue={first("method", known?.method ?? "examine")}
            />
          )}
        </Field>
      </div>
      {status === "partly" && (
        <Field label="Share" hint="92 % or 11/12" error={error("coverage")} required>
          {(ties) => (
            <Input
              {...ties}
              name="coverage"
              autoComplete="off"
              defaultValue={first("coverage", coverageText(partlyOf(known)))}
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
            defaultValue={first("sample", known?.sample)}
          />
        )}
      </Field>
      <LongField
        label="Note"
        what="this note"
        name="note"
        rows={2}
        defaultValue={first("note", known?.note)}
        error={error("note")}
        optional="optional"
      />
    </>
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
