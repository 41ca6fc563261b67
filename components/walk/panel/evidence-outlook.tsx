"use client";

import { useState } from "react";
import { outlookWords, verifiedOn } from "@/lib/core/evidence/verified-on";
import { expiryWords } from "@/lib/core/words/expiry";
import { useWalk } from "../walk-context";

/** When a piece expires; on demand the verified level of that day. */
export function EvidenceOutlook({ expires }: Readonly<{ expires: string }>) {
  const store = useWalk();
  const [open, setOpen] = useState(false);
  const words = expiryWords(expires, store.data.asOf);
  if (expires <= store.data.asOf) return <span>{words}</span>;
  const now = store.score().overall?.verified;
  const then = open ? verifiedOn(store.model, store.claims(), expires) : null;
  return (
    <>
      <button type="button" className="link min-h-6" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words}
      </button>
      {open && (
        <span className="w-full text-ink" aria-live="polite">
          {now === undefined || then === null ? "There is no score on that day." : outlookWords(expires, now, then)}
        </span>
      )}
    </>
  );
}
