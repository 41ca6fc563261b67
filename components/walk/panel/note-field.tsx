"use client";

import { useEffect, useId, useLayoutEffect, useRef } from "react";
import { Textarea } from "@/components/ui/textarea";
import { keptWithin } from "@/lib/core/device/keeping";
import { noteNow } from "@/lib/core/walk/answering";
import { topicOfCriterion } from "@/lib/core/walk/outline";
import { LONGEST, roomWords, tooLongWords } from "@/lib/core/words/long-text";
import { typeNote } from "../store/answer-actions";
import { stopTyping, typeText } from "../store/typing-actions";
import { typedKey } from "../store/walk-state";
import { useWalk, useWalkState } from "../walk-context";

/**
 * The note on one criterion: kept with every key press, sent after a pause. One that is too long is kept on the device
 * as it is and sent once it is shorter; nothing of it is cut off.
 */
export function NoteField({ criterion, readOnly }: Readonly<{ criterion: string; readOnly: boolean }>) {
  const store = useWalk();
  const { answering, wish, typed: typing } = useWalkState("answering", "wish", "typed");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const tooLong = typing.get(typedKey({ topic: topicOfCriterion(criterion), criterion, field: "note" }))?.text;
  const note = tooLong ?? noteNow(answering, criterion);
  const typed = useRef(note);

  useEffect(() => {
    const element = field.current;
    if (wish?.criterion !== criterion || wish.part !== "note" || !element?.offsetParent) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [wish, criterion]);

  // Where somebody else's words came in before one's own, the cursor stays where one writes.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || note === typed.current) return;
    const fromEnd = typed.current.length - element.selectionEnd;
    typed.current = note;
    if (document.activeElement === element) {
      const at = Math.max(note.length - Math.max(fromEnd, 0), 0);
      element.setSelectionRange(at, at);
    }
  }, [note]);

  function write(text: string) {
    if (text.length > LONGEST.note) {
      typeText(store, criterion, "note", text);
      return;
    }
    stopTyping(store, criterion, "note");
    typeNote(store, criterion, text);
  }

  if (readOnly && note === "") return null;
  return (
    <section className="mt-4">
      <h3 className="mb-1.5">
        <label htmlFor={id} className="text-small font-medium text-ink-2">
          Note
        </label>
      </h3>
      <Textarea
        ref={field}
        id={id}
        value={note}
        readOnly={readOnly}
        dir="auto"
        aria-invalid={tooLong === undefined ? undefined : true}
        aria-describedby={`${id}-length`}
        rows={2}
        aria-keyshortcuts="T"
        placeholder="What stands behind the answer, in your words"
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          store.set({ sheet: null, wish: { criterion, part: "answers" } });
        }}
        onChange={(event) => {
          typed.current = event.target.value;
          write(event.target.value);
        }}
        className="max-h-80 min-h-14!"
      />
      <p
        id={`${id}-length`}
        role={tooLong === undefined ? undefined : "alert"}
        className={`mt-1 text-small ${tooLong === undefined ? "text-ink-2" : "text-danger"}`}
      >
        {tooLong !== undefined &&
          `${tooLongWords(note.length, LONGEST.note, "a note")} All of it is ${keptWithin(store.data.organization.keeping)}, and it is saved once it is shorter. A longer text goes better as a piece of evidence.`}
        {tooLong === undefined && roomWords(note.length, LONGEST.note)}
      </p>
    </section>
  );
}
