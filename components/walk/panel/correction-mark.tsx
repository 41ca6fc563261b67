"use client";

import { type FormEvent, useState } from "react";
import { LongField } from "@/components/forms/long-field";
import type { SentProblem } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { formatMoment } from "@/lib/core/words/format";
import { request } from "../store/request";
import { useTimeTelling, useWalk } from "../walk-context";

/** That a change put an earlier mistake right. `at` in ms since 1970. */
export type Correction = Readonly<{ version: number; reason: string; by: string; at: number }>;

type Props = Readonly<{
  criterion: string;
  version: number;
  correction: Correction | undefined;
  nameOf: (person: string) => string;
  /** Whether the person may mark it and take the mark back. */
  may: boolean;
  onChange: (correction: Correction | null) => void;
}>;

/** Tells that a change corrected a mistake, or lets one say so with the reason: it then is no change of the organization. */
export function CorrectionMark({ criterion, version, correction, nameOf, may, onChange }: Props) {
  const store = useWalk();
  const { timeZone } = useTimeTelling();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);

  async function sendMark(method: "PUT" | "DELETE", reason?: string) {
    setBusy(true);
    const sent = await request<null>(
      store,
      "/corrections",
      { criterion, version, ...(reason === undefined ? {} : { reason }) },
      method,
    );
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem);
    if (!sent.ok) return;
    setOpen(false);
    onChange(reason !== undefined ? { version, reason, by: store.data.me.id, at: Date.now() } : null);
  }
  function mark(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void sendMark("PUT", String(new FormData(event.currentTarget).get("reason") ?? "").trim());
  }

  const failed = problem && problem.fields.length === 0 && (
    <p role="alert" className="text-small text-danger">
      {problem.title}
    </p>
  );
  if (correction) {
    return (
      <div className="mt-1 border-l-2 border-ink-3 pl-2 text-small text-ink-2">
        <p>
          <span className="font-medium text-ink">Correction of a mistake:</span> “{correction.reason}”
        </p>
        <p>
          {nameOf(correction.by)} · {formatMoment(new Date(correction.at), timeZone)}
        </p>
        {may && (
          <Button size="small" variant="quiet" className="-ml-2" busy={busy} onClick={() => void sendMark("DELETE")}>
            Take the mark back
          </Button>
        )}
        {failed}
      </div>
    );
  }
  if (!may) return null;
  if (!open) {
    return (
      <Button size="small" variant="quiet" className="-ml-2" onClick={() => setOpen(true)}>
        Mark as correction
      </Button>
    );
  }
  return (
    <form onSubmit={mark} className="mt-1 grid gap-2 rounded border border-line px-2.5 py-2">
      <LongField
        label="What had been wrong"
        hint="The change then counts as a correction, not as progress."
        what="a reason"
        name="reason"
        rows={2}
        error={problem?.fields.find(({ path }) => path === "reason")?.message}
        required
        autoFocus
      />
      {failed}
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          Mark as correction
        </Button>
        <Button size="small" variant="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
