"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";

type Ref = Readonly<{ questionnaire: string; version: string }>;

/** Moves an assessment to the version that was looked at, or leaves it. */
export function MoveButton({ api, from, to, back }: Readonly<{ api: string; from: Ref; to: Ref; back: string }>) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function move() {
    setBusy(true);
    const sent = await send(`${api}/content`, { from, to }, "PUT");
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem.title);
    if (!sent.ok) return;
    showToast({ text: `Moved to ${to.questionnaire} ${to.version}` });
    router.push(back);
  }

  return (
    <div className="grid gap-3">
      {problem && <Notice tone="danger" title={problem} live />}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} onClick={() => void move()}>
          Move to {to.questionnaire} {to.version}
        </Button>
        <ButtonLink href={back}>Stay on {from.version}</ButtonLink>
      </div>
    </div>
  );
}
