"use client";

import { Progress } from "@/components/ui/progress";
import { formatNumberOf } from "@/lib/core/words/format";
import type { Saving } from "./said-store";
import { savingWords } from "./saving-words";

type Props = Readonly<{ answered: number; asked: number; saving: Saving; unfinished: number; locked: boolean }>;

/** How far it is, and where what was said is by now; stays in sight. */
export function SaidBar({ answered, asked, saving, unfinished, locked }: Props) {
  return (
    <div className="sticky top-0 z-10 -mx-4 grid gap-1.5 border-b border-line bg-surface px-4 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-note">
        <span>
          {answered} of {formatNumberOf(asked, "question")} answered
        </span>
        <span aria-live="polite" className="text-ink-2" data-save-state={saving.state}>
          {locked ? "" : [savingWords(saving), unfinished > 0 && notYet(unfinished)].filter(Boolean).join(" · ")}
        </span>
      </div>
      <Progress label="Answered" value={answered} max={Math.max(asked, 1)} />
    </div>
  );
}

function notYet(unfinished: number): string {
  return `${formatNumberOf(unfinished, "question")} not saved yet`;
}
