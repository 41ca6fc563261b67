"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";

/** Takes the last move between versions back. */
export function UndoMove({ api, back }: Readonly<{ api: string; back: string }>) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function undo() {
    setBusy(true);
    const sent = await send(`${api}/content`, undefined, "DELETE");
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem.title);
    if (!sent.ok) return;
    showToast({ text: `Back on ${back}` });
    router.refresh();
  }

  return (
    <>
      <Button size="small" busy={busy} onClick={() => void undo()}>
        Move back to {back}
      </Button>
      {problem && <Notice tone="danger" title={problem} live />}
    </>
  );
}
