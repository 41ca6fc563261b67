"use client";

import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { formatNumberOf } from "@/lib/core/words/format";
import { replace, restNotMet, undo } from "./store/answer-actions";
import { undoKey } from "./undo-key";
import { useWalk, useWalkState } from "./walk-context";

/** What the last action did and the ways on, until the next one. Announced. */
export function StripLine() {
  const store = useWalk();
  const { strip } = useWalkState("strip");
  return (
    <div role="status">
      {strip && (
        <div className="mt-2.5 flex min-h-8 flex-wrap items-center gap-x-3.5 gap-y-1 rounded border border-line bg-sunk px-2.5 py-0.75 text-note">
          <span className="min-w-0 flex-1 basis-64 py-0.5">{strip.text}</span>
          {strip.replace && (
            <Act onClick={() => replace(store)}>Replace {formatNumberOf(strip.replace.length, "answer")}</Act>
          )}
          {strip.actions.includes("rest-not-met") && (
            <Act onClick={() => restNotMet(store)} shortcut="0">
              Rest not met
            </Act>
          )}
          {strip.actions.includes("undo") && (
            <Act onClick={() => undo(store)} shortcut={undoKey()}>
              Undo
            </Act>
          )}
        </div>
      )}
    </div>
  );
}

function Act({
  onClick,
  shortcut,
  children,
}: Readonly<{ onClick: () => void; shortcut?: string; children: React.ReactNode }>) {
  return (
    <Button variant="quiet" size="small" className="-my-0.5 !px-1 !text-note font-normal" onClick={onClick}>
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </Button>
  );
}
