"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { parseReason } from "@/lib/core/said/parse-reason";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";
import { formatNumberOf } from "@/lib/core/words/format";
import { answerMany } from "../store/table-actions";
import { useWalk, useWalkState } from "../walk-context";

/** The coverage or the reason that all selected rows get. Nothing changes until it is valid. */
export function BulkEntry({ status }: Readonly<{ status: "partly" | "not-applicable" }>) {
  const store = useWalk();
  const { selected } = useWalkState("selected");
  const [text, setText] = useState("");
  /** Whether what can't be read is pointed out. */
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const rows = formatNumberOf(selected.size, "row");
  useEffect(() => field.current?.focus(), []);

  const entry = status === "partly" ? parseCoverage(text) : parseReason(text);
  // Only a reason is wrong while it is written: one that is too long.
  const wrong = tried || (status === "not-applicable" && text.trim() !== "");

  function close() {
    const { focused } = store.get();
    store.set({ bulk: null, wish: { criterion: focused, part: "answers" } });
  }

  function save(event: FormEvent) {
    event.preventDefault();
    setTried(!entry.ok);
    if (!entry.ok) return;
    answerMany(store, entry.answer);
    close();
  }

  return (
    <form onSubmit={save} className="mt-2 flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 basis-60">
        <Field
          label={status === "partly" ? `How much of it holds, for ${rows}` : `Why they don’t apply, for ${rows}`}
          error={wrong && !entry.ok ? entry.message : undefined}
        >
          {(ties) => (
            <Input
              {...ties}
              ref={field}
              value={text}
              autoComplete="off"
              placeholder={status === "partly" ? "92 or 1123/1204" : ""}
              onChange={({ target }) => {
                setText(target.value);
                setTried(false);
              }}
              onKeyDown={(event) => {
                if (event.key !== "Escape") return;
                event.preventDefault();
                close();
              }}
            />
          )}
        </Field>
      </div>
      <Button type="submit" variant="primary">
        Answer {rows}
      </Button>
      <Button onClick={close}>Cancel</Button>
    </form>
  );
}
