"use client";

import { Button } from "@/components/ui/button";
import { stopTyping } from "./store/typing-actions";
import { useWalk } from "./walk-context";

type Props = Readonly<{ criterion: string | null; field: "coverage" | "reason" | "note"; text: string }>;

const NAMES = { coverage: "How much", reason: "Why it doesn’t apply", note: "Note" };

/** What was being typed when nothing could be answered any more; it stays for the person until they let go of it. */
export function KeptEntry({ criterion, field, text }: Props) {
  const store = useWalk();
  if (text.trim() === "") return null;
  return (
    <div className="col-span-full my-1 flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-danger bg-danger-soft px-3 py-1.5 text-note">
      <p className="min-w-0 flex-1 basis-64 wrap-anywhere">
        <span className="font-medium text-danger">Not saved.</span> {NAMES[field]}: {text}
      </p>
      <Button size="small" onClick={() => stopTyping(store, criterion, field)}>
        Discard
      </Button>
    </div>
  );
}
