"use client";

import { type FormEvent, useState } from "react";
import { type Sent, type SentProblem, send } from "./send";

type Options<T> = Readonly<{
  /** Route to send to. */
  to: string;
  method?: "POST" | "PUT" | "PATCH" | "DELETE";
  /** Turns the form's fields into the body; the plain fields when absent. */
  body?: (fields: FormData) => unknown;
  done: (data: T) => void | Promise<void>;
}>;

/**
 * Submits a form as JSON and keeps what went wrong, by field.
 * @returns `onSubmit` for the form, `busy`, `error(field)` for each field, and `problem` for what belongs to no field
 */
export function useSubmit<T>({ to, method, body, done }: Options<T>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentProblem | null>(null);

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    setBusy(true);
    const sent: Sent<T> = await send<T>(to, body ? body(fields) : Object.fromEntries(fields), method);
    if (sent.ok) {
      setProblem(null);
      await done(sent.data);
      setBusy(false);
      return;
    }
    setBusy(false);
    setProblem(sent.problem);
    focusFirst(form, sent.problem);
  }

  return {
    onSubmit,
    busy,
    problem: problem && problem.fields.length === 0 ? problem : null,
    error: (field: string) => problem?.fields.find((wrong) => wrong.path === field)?.message,
  };
}

/** Brings the person to the first field that needs them. */
function focusFirst(form: HTMLFormElement, problem: SentProblem): void {
  const first = problem.fields[0]?.path;
  const control = first ? form.elements.namedItem(first) : null;
  if (control instanceof HTMLElement) control.focus();
}
