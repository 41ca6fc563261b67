"use client";

import { type FormEvent, useState } from "react";
import { LongField } from "@/components/forms/long-field";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";

type Props = Readonly<{ api: string; criterion: string; onAsked: () => void; onCancel: () => void }>;

/** A question back to whoever answered. Ctrl or ⌘ with Enter sends, Escape cancels. */
export function AskBack({ api, criterion, onAsked, onCancel }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "");
    setBusy(true);
    const sent = await send(`${api}/questions`, { criterion, text });
    setBusy(false);
    if (sent.ok) onAsked();
    else setProblem(sent.problem.fields[0]?.message ?? sent.problem.title);
  }

  return (
    <form onSubmit={ask} className="grid max-w-160 gap-2">
      <LongField
        label="Ask whoever answered"
        what="a question"
        name="text"
        rows={2}
        error={problem}
        required
        autoFocus
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          Ask
        </Button>
        <Button size="small" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
