"use client";

import { memo, useRef } from "react";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { Keeping } from "@/lib/core/device/keeping";
import type { AskedTopic } from "@/lib/core/said/asked-topics";
import type { Typed, Words } from "@/lib/core/said/saying";
import type { AnswerStatus } from "@/lib/core/scoring/types";
import { answerBrief, STATUSES } from "@/lib/core/walk/answer-words";
import type { SaidStore } from "./said-store";
import { TeamNote } from "./team-note";
import { WordEntry } from "./word-entry";

type Props = Readonly<{
  criterion: AskedTopic["criteria"][number];
  store: SaidStore;
  said?: Words;
  typed?: Typed;
  /** What had been said on another device and doesn't count any more. */
  replaced?: Words;
  keeping: Keeping;
  /** Handed in: only shown. */
  locked: boolean;
}>;

/**
 * One fact, the five answers, what belongs to them, and how to find out. Remembered: of a page of hundreds a key press changes
 * one.
 */
export const FactQuestion = memo(function FactQuestion(props: Props) {
  const { criterion, store, said, typed, replaced, keeping, locked } = props;
  const { id, statement, population } = criterion;
  const row = useRef<HTMLLIElement>(null);
  const answer = said?.answer ?? null;
  /** An answer that needs a word before it counts. */
  const entry = typed?.entry;
  const status = entry?.status ?? answer?.status ?? null;

  function pick(next: AnswerStatus) {
    if (next === entry?.status) return;
    if (next !== "partly" && next !== "not-applicable") return store.say(id, { answer: { status: next } });
    store.type(id, { note: typed?.note, entry: next === answer?.status ? undefined : { status: next, text: "" } });
  }

  function cancel() {
    store.type(id, { note: typed?.note });
    // What is taken away had the focus.
    row.current?.querySelector<HTMLElement>("[role=group] button[tabindex='0']")?.focus();
  }

  return (
    <li ref={row} className="grid gap-2.5 border-t border-line px-4 py-3.5 first:border-t-0" data-criterion={id}>
      <p className="text-base">{statement}</p>
      <ToggleGroup
        layout="answer"
        label={`Answer: ${statement}`}
        options={STATUSES.map((one) => ({ value: one.status, label: one.name, disabled: locked }))}
        value={status}
        onChange={pick}
      />
      {replaced && (
        <p role="status" className="text-small text-ink-2">
          On another device or in another tab you had said: {answerBrief(replaced.answer)}
          {replaced.note && `, “${replaced.note}”`}. What stands here counts now.
        </p>
      )}
      {(status === "partly" || status === "not-applicable") && (
        <WordEntry
          key={status}
          status={status}
          answer={answer}
          typed={entry?.text}
          population={population}
          locked={locked}
          onType={(text) => store.type(id, { note: typed?.note, entry: { status, text } })}
          onSay={(next) => store.say(id, { answer: next })}
          onCancel={cancel}
        />
      )}
      <details className="text-note">
        <summary className="min-h-6 w-fit cursor-pointer text-ink-2">
          How to find out, and a note
          {typed?.note !== undefined && <span className="text-danger"> · the note is too long</span>}
        </summary>
        <div className="grid gap-2 pt-2">
          <p>{criterion.check}</p>
          {criterion.look.length > 0 && (
            <ul className="grid gap-1 text-ink-2">
              {criterion.look.map((place) => (
                <li key={place}>{place}</li>
              ))}
            </ul>
          )}
          <TeamNote
            note={said?.note ?? ""}
            tooLong={typed?.note}
            keeping={keeping}
            locked={locked}
            onType={(note) => store.type(id, { entry, note })}
            onSay={(note) => store.say(id, { note })}
            onLeave={store.flush}
          />
        </div>
      </details>
    </li>
  );
});
