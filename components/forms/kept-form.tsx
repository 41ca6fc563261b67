"use client";

import { clsx } from "clsx";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Sent, SentProblem } from "./send";
import { type FormPlace, useKeptForm } from "./use-kept-form";

/** What the fields of a form need from its frame. */
export type FormTools = Readonly<{
  /** What was typed before, else what is stored, else "". */
  first: (field: string, stored?: string) => string;
  error: (path: string) => string | undefined;
  busy: boolean;
}>;

/** What came of a try: what the server said, or what is wrong with the entries by field. */
type Tried = Sent<unknown> | Readonly<{ wrong: ReadonlyMap<string, string> }>;

type Props = Readonly<{
  /** Under which the device keeps what is typed. */
  place: FormPlace;
  /** What the button does, in words. */
  action: string;
  save: (fields: FormData) => Promise<Tried>;
  /** After it was saved. */
  onDone: () => void;
  /** Closes the form; what was typed stays kept. Without it there is no such button. */
  onCancel?: () => void;
  /** Stops what is being sent. */
  onStop?: () => void;
  /** Beginnings of paths whose problems stand above the form. */
  untied?: readonly string[];
  /** What is missing is said by the form's own words instead of the browser's. */
  noValidate?: true;
  size?: "small" | "medium";
  className?: string;
  children: (tools: FormTools) => ReactNode;
}>;

/** A form that keeps what is typed on this device until it is saved, and says at its fields what the server found wrong. */
export function KeptForm({ place, size = "small", ...props }: Props) {
  const { action, save, onDone, onCancel, onStop, untied = [], noValidate, className, children } = props;
  const draft = useKeptForm(place);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const form = useRef<HTMLFormElement>(null);
  // What is wrong may stand far above the button.
  useEffect(() => {
    if (problem || wrong.size > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problem, wrong]);
  if (!draft) return null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setWrong(new Map());
    const tried = await save(new FormData(event.currentTarget));
    setBusy(false);
    if ("wrong" in tried) return setWrong(tried.wrong);
    const failed = tried.ok || tried.problem.kind === "aborted" ? null : tried.problem;
    setProblem(failed);
    if (!tried.ok) return;
    draft?.forget();
    onDone();
  }

  const apart = problem?.fields.find(({ path }) => untied.some((begins) => path.startsWith(begins)));
  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate={noValidate}
      onInput={(event) => draft.keep(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || busy || !onCancel) return;
        // One that closes a dialog of the form's own is the dialog's.
        const within = event.target instanceof Element ? event.target.closest("dialog") : null;
        if (within && event.currentTarget.contains(within)) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
      className={clsx("grid gap-2.5", className)}
    >
      {problem && (apart || problem.fields.length === 0) && (
        <Notice tone="danger" live title={apart?.message ?? problem.title} />
      )}
      {children({
        first: (field, stored) => draft.read(field) ?? stored ?? "",
        error: (path) => wrong.get(path) ?? problem?.fields.find((field) => field.path === path)?.message,
        busy,
      })}
      <div className="flex gap-2">
        <Button type="submit" size={size} variant="primary" busy={busy}>
          {action}
        </Button>
        {onCancel && (
          <Button size={size} variant="quiet" onClick={() => (busy ? onStop?.() : onCancel())}>
            {busy && onStop ? "Stop" : "Cancel"}
          </Button>
        )}
      </div>
    </form>
  );
}
