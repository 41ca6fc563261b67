"use client";

import { Button } from "@/components/ui/button";
import { answerBrief } from "@/lib/core/walk/answer-words";
import type { Refusal } from "@/lib/core/walk/answering";
import { forgetRefusal } from "./store/answer-actions";
import { useWalk } from "./walk-context";

/** What could not be saved, and why; it stays for the person until they let go of it. */
export function RefusalNote({ refusal: { change, reason } }: Readonly<{ refusal: Refusal }>) {
  const store = useWalk();
  return (
    <div className="col-span-full mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-danger bg-danger-soft px-3 py-1.5 text-note">
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-medium text-danger">Not saved: {answerBrief(change.answer)}.</span> {reason}
        {change.note && <span className="mt-0.5 block whitespace-pre-wrap">Note: {change.note}</span>}
      </p>
      <Button size="small" onClick={() => forgetRefusal(store, change.criterion)}>
        Discard
      </Button>
    </div>
  );
}
