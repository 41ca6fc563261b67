"use client";

import { useEffect, useId, useLayoutEffect, useRef } from "react";
import { Textarea } from "@/components/ui/textarea";
import { noteNow } from "@/lib/core/walk/answering";
import { typeNote } from "../store/answer-actions";
import { useWalk, useWalkState } from "../walk-context";

/** As long as the server takes. */
const LONGEST = 20_000;

/** The note on one criterion: kept with every key press, sent after a pause. */
export function NoteField({ criterion, readOnly }: Readonly<{ criterion: string; readOnly: boolean }>) {
  const store = useWalk();
  const { answering, wish } = useWalkState("answering", "wish");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const note = noteNow(answering, criterion);
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
        maxLength={LONGEST}
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
          typeNote(store, criterion, event.target.value);
        }}
        className="max-h-80 min-h-14!"
      />
      {note.length > LONGEST * 0.9 && (
        <p className="mt-1 text-small text-ink-2">
          {LONGEST - note.length} of {LONGEST} characters left.
        </p>
      )}
    </section>
  );
}
