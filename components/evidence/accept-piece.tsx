"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

type Props = Readonly<{
  /** Address of the piece. */
  api: string;
  criteria: readonly string[];
}>;

/** Accepts what a piece says of the criteria that this person may review; it can be taken back. */
export function AcceptPiece({ api, criteria }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function word(verdict: "accept" | "reopen") {
    setBusy(true);
    const sent = await send(`${api}/review`, { verdict, criteria }, "PATCH");
    setBusy(false);
    if (!sent.ok) showToast({ text: sent.problem.title, tone: "danger" });
    else if (verdict === "accept")
      showToast({ text: "Accepted: it counts.", action: { label: "Undo", run: () => void word("reopen") } });
    router.refresh();
  }

  return (
    <Button size="small" className="mt-1" busy={busy} onClick={() => void word("accept")}>
      {criteria.length === 1 ? "Accept" : `Accept for ${criteria.length} criteria`}
    </Button>
  );
}
