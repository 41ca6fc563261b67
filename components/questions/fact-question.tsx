"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { AskedTopic } from "@/lib/core/said/asked-topics";
import type { Said } from "@/lib/core/said/said";
import type { Answer, AnswerStatus } from "@/lib/core/scoring/types";
import { coverageText, STATUSES } from "@/lib/core/walk/answer-words";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";

type Props = Readonly<{
  criterion: AskedTopic["criteria"][number];
  said?: Said;
  /** Handed in: only shown. */
  locked: boolean;
  onSay: (answer: Answer | null, note: string) => void;
}>;

/** One fact, the five answers, what belongs to them, and how to find out. */
export function FactQuestion({ criterion, said, locked, onSay }: Props) {
  const answer = said?.answer ?? null;
  const note = said?.note ?? "";
  /** An answer that needs a word before it counts. */
  const [open, setOpen] = useState<"partly" | "not-applicable" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = open ?? answer?.status ?? null;

  function pick(status: AnswerStatus) {
    setProblem(null);
    if (status === "partly" || status === "not-applicable") return setOpen(status);
    setOpen(null);
    onSay({ status }, note);
  }

  function sayCoverage(text: string) {
    if (text.trim() === "") return;
    const parsed = parseCoverage(text);
    if (!parsed.ok) return setProblem(parsed.message);
    setProblem(null);
    setOpen(null);
    onSay(parsed.answer, note);
  }

  function sayReason(reason: string) {
    if (reason.trim() === "") return;
    setOpen(null);
    onSay({ status: "not-applicable", reason: reason.trim(), accepted: false }, note);
  }

  return (
    <li className="grid gap-2.5 border-t border-line px-4 py-3.5 first:border-t-0" data-criterion={criterion.id}>
      <p className="text-base">{criterion.statement}</p>
      <ToggleGroup
        layout="answer"
        label={`Answer: ${criterion.statement}`}
        options={STATUSES.map(({ status, name }) => ({ value: status, label: name, disabled: locked }))}
        value={shown}
        onChange={pick}
      />
      {shown === "partly" && (
        <Field
          label={`How much${criterion.population ? `, of ${criterion.population}` : ""}`}
          error={problem ?? undefined}
        >
          {(ties) => (
            <Input
              {...ties}
              figures
              key={coverageText(answer)}
              defaultValue={coverageText(answer)}
              placeholder="92 or 1123/1204"
              disabled={locked}
              onBlur={(event) => sayCoverage(event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Enter" && sayCoverage(event.currentTarget.value)}
              className="max-w-52"
            />
          )}
        </Field>
      )}
      {shown === "not-applicable" && (
        <Field label="Why it doesn't apply">
          {(ties) => (
            <Input
              {...ties}
              defaultValue={answer?.status === "not-applicable" ? answer.reason : ""}
              maxLength={2000}
              disabled={locked}
              onBlur={(event) => sayReason(event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Enter" && sayReason(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <details className="text-note">
        <summary className="min-h-6 w-fit cursor-pointer text-ink-2">How to find out, and a note</summary>
        <div className="grid gap-2 pt-2">
          <p>{criterion.check}</p>
          {criterion.look.length > 0 && (
            <ul className="grid gap-1 text-ink-2">
              {criterion.look.map((place) => (
                <li key={place}>{place}</li>
              ))}
            </ul>
          )}
          <Field label="Note for the team">
            {(ties) => (
              <Textarea
                {...ties}
                defaultValue={note}
                maxLength={5000}
                rows={3}
                disabled={locked}
                onBlur={(event) => event.currentTarget.value !== note && onSay(answer, event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
      </details>
    </li>
  );
}
