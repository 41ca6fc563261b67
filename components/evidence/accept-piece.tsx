"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { evidencePrint } from "@/lib/core/review/print";
import type { EvidenceView } from "@/lib/core/walk/evidence-view";

type Props = Readonly<{
  /** Address of the piece. */
  api: string;
  criteria: readonly string[];
  /** Of what it says of them. */
  print: string;
}>;

/** Accepts what a piece says of the criteria that this person may review; it can be taken back. */
export function AcceptPiece({ api, criteria, print }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function word(verdict: "accept" | "reopen", seen: string) {
    setBusy(true);
    const sent = await send<readonly EvidenceView[]>(`${api}/review`, { verdict, criteria, print: seen }, "PATCH");
    setBusy(false);
    if (!sent.ok) showToast({ text: sent.problem.title, tone: "danger" });
    else if (verdict === "accept") {
      const accepted = evidencePrint(sent.data.filter(({ criterion }) => criteria.includes(criterion)));
      const undo = { label: "Undo", run: () => void word("reopen", accepted) };
      showToast({ text: "Accepted: it counts.", action: undo });
    }
    router.refresh();
  }

  return (
    <Button size="small" className="mt-1" busy={busy} onClick={() => void word("accept", print)}>
      {criteria.length === 1 ? "Accept" : `Accept for ${criteria.length} criteria`}
    </Button>
  );
}
