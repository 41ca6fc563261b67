"use client";

import { Kbd } from "@/components/ui/kbd";
import { answerBrief } from "@/lib/core/walk/answer-words";
import type { Conflict } from "@/lib/core/walk/conflict";
import { momentWords } from "@/lib/core/walk/provenance-words";
import { nameTeller } from "./name-teller";
import { settleConflict } from "./store/answer-actions";
import { useTimeTelling, useWalk, useWalkState } from "./walk-context";

/** Two people on one answer: both are shown, one is picked, the notes of both stay. Theirs counts until then. */
export function ConflictChoice({ conflict }: Readonly<{ conflict: Conflict }>) {
  const store = useWalk();
  const { names } = useWalkState("names");
  const times = useTimeTelling();
  const { criterion, mine, theirs } = conflict;
  const nameOf = nameTeller(names, store.data.me.id);
  const who = theirs.changedBy ? `${nameOf(theirs.changedBy)}, ${momentWords(theirs.changedAt, times)}` : "taken back";
  const notes = mine.note !== undefined && theirs.note !== "" && mine.note !== theirs.note;
  return (
    <fieldset className="col-span-full mb-1 grid gap-1.5 rounded border border-danger bg-danger-soft px-3 py-2 text-note">
      <legend className="sr-only">Conflict</legend>
      <p className="font-medium text-danger">
        Somebody else answered meanwhile. Theirs counts until you pick{notes ? "; both notes are kept" : ""}.
      </p>
      <div className="grid gap-1.5 sm:grid-cols-2">
        <Side
          shortcut="["
          label="Mine"
          answer={answerBrief(mine.answer)}
          who="you"
          note={mine.note}
          pick={() => settleConflict(store, criterion, "mine")}
        />
        <Side
          shortcut="]"
          label="Theirs"
          answer={answerBrief(theirs.answer)}
          who={who}
          note={theirs.note}
          pick={() => settleConflict(store, criterion, "theirs")}
        />
      </div>
    </fieldset>
  );
}

type SideProps = Readonly<{
  shortcut: string;
  label: string;
  answer: string;
  who: string;
  note: string | undefined;
  pick: () => void;
}>;

function Side({ shortcut, label, answer, who, note, pick }: SideProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={shortcut}
      onClick={pick}
      className="grid content-start gap-0.5 rounded border border-control bg-raised px-2.5 py-1.5 text-left hover:border-ink pointer-coarse:min-h-11"
    >
      <span className="flex items-center gap-2">
        <Kbd>{shortcut}</Kbd>
        <span className="text-ink-2">{label}</span>
        <span className="font-medium">{answer}</span>
      </span>
      <span className="text-small text-ink-2">{who}</span>
      {note && <span className="line-clamp-3 text-small whitespace-pre-wrap">{note}</span>}
    </button>
  );
}
