"use client";

import { type ReactNode, useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { formatNumberOf } from "@/lib/core/words/format";
import type { Saving } from "./said-store";

type Props = Readonly<{
  /** Route that ends it. */
  to: string;
  answered: number;
  asked: number;
  saving: Saving;
  /** Questions where something is typed that doesn't count yet: it would be lost. */
  unfinished: number;
  /** What can't be done once it is handed in. */
  afterwards: string;
  onDone: () => void;
  /** Beside the button. */
  children?: ReactNode;
}>;

/** Hands in what was said, once all of it has arrived and the person agrees. */
export function HandIn({ to, answered, asked, saving, unfinished, afterwards, onDone, children }: Props) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function handIn() {
    setAsking(false);
    setBusy(true);
    const sent = await send(to);
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem.title);
    if (sent.ok) onDone();
  }

  return (
    <>
      {problem && <Notice tone="danger" title={problem} live />}
      {unfinished > 0 && (
        <Notice tone="warning" title={`${formatNumberOf(unfinished, "question")} to finish before you hand in`}>
          Something typed there isn't saved yet; the question says what is missing or too much.
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          size="large"
          busy={busy}
          disabled={saving.state !== "saved" || unfinished > 0 || answered === 0}
          onClick={() => setAsking(true)}
        >
          Hand in
        </Button>
        {children}
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Hand your answers in?"
        closeLabel="Close"
        size="small"
        actions={
          <Button variant="primary" onClick={() => void handIn()}>
            Hand in
          </Button>
        }
      >
        <p>
          {answered} of {formatNumberOf(asked, "question")} answered. {afterwards}
        </p>
      </Dialog>
    </>
  );
}
