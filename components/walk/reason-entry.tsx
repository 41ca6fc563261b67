"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/input";
import { parseReason } from "@/lib/core/said/parse-reason";
import { topicOfCriterion } from "@/lib/core/walk/outline";
import { KeptEntry } from "./kept-entry";
import { answerRest, setAnswer } from "./store/answer-actions";
import { stopTyping, typeText } from "./store/typing-actions";
import type { FocusWish } from "./store/walk-state";
import { useWalk, useWalkValue } from "./walk-context";

type Props = Readonly<{
  /** null: for all that is unanswered in the topic. */
  criterion: string | null;
  typed: string;
  wish: FocusWish | null;
}>;

/** Why something doesn't apply. Enter saves, Escape restores; until then nothing changes, and what is typed is kept. */
export function ReasonEntry(props: Props) {
  const store = useWalk();
  const { criterion, typed } = props;
  const topic = criterion ? topicOfCriterion(criterion) : store.get().topic;
  const readOnly = useWalkValue(() => store.readOnly(topic));
  return readOnly ? <KeptEntry criterion={criterion} field="reason" text={typed} /> : <Entry {...props} />;
}

function Entry({ criterion, typed, wish }: Props) {
  const store = useWalk();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** Whether what is missing is pointed out. */
  const [tried, setTried] = useState(false);
  const read = parseReason(typed);
  const wrong = !read.ok && (tried || typed.trim() !== "") ? read.message : null;

  useEffect(() => {
    if (wish?.part === "reason") field.current?.focus();
  }, [wish]);

  function close() {
    stopTyping(store, criterion, "reason");
    store.set({ wish: { criterion, part: criterion ? "answers" : "heading" } });
  }

  function save(event: FormEvent) {
    event.preventDefault();
    setTried(!read.ok);
    if (!read.ok) return;
    if (criterion) setAnswer(store, criterion, read.answer);
    else answerRest(store, read.answer);
    close();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  return (
    <form onSubmit={save} className="col-span-full grid gap-1 pb-1">
      <label htmlFor={id} className="text-small font-medium">
        {criterion ? "Why doesn’t it apply?" : "Why doesn’t what is unanswered here apply?"}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          value={typed}
          dir="auto"
          autoComplete="off"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}-hint`}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTried(false);
            typeText(store, criterion, "reason", event.target.value);
          }}
          className={`${CONTROL} h-8 min-w-0 flex-1 basis-60`}
        />
        <Button type="submit">Save reason</Button>
        <Button variant="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
      <p
        id={`${id}-hint`}
        role={wrong ? "alert" : undefined}
        className={`text-small ${wrong ? "text-danger" : "text-ink-2"}`}
      >
        {wrong ??
          "Name what doesn’t exist here; where only its protection is missing, that is not met. It leaves the scores once a reviewer has accepted it."}
      </p>
    </form>
  );
}
