"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";
import { formatNumberOf } from "@/lib/core/words/format";
import { answerMany } from "../store/table-actions";
import { useWalk, useWalkState } from "../walk-context";

/** The coverage or the reason that all selected rows get. Nothing changes until it is valid. */
export function BulkEntry({ status }: Readonly<{ status: "partly" | "not-applicable" }>) {
  const store = useWalk();
  const { selected } = useWalkState("selected");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const rows = formatNumberOf(selected.size, "row");
  useEffect(() => field.current?.focus(), []);

  function close() {
    const { focused } = store.get();
    store.set({ bulk: null, wish: { criterion: focused, part: "answers" } });
  }

  function save(event: FormEvent) {
    event.preventDefault();
    const entry = status === "partly" ? parseCoverage(text) : reasonOf(text);
    if (!entry.ok) {
      setProblem(entry.message);
      return;
    }
    answerMany(store, entry.answer);
    close();
  }

  return (
    <form onSubmit={save} className="mt-2 flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 basis-60">
        <Field
          label={status === "partly" ? `How much of it holds, for ${rows}` : `Why they don’t apply, for ${rows}`}
          error={problem}
        >
          {(ties) => (
            <Input
              {...ties}
              ref={field}
              value={text}
              maxLength={2000}
              autoComplete="off"
              placeholder={status === "partly" ? "92 or 1123/1204" : ""}
              onChange={({ target }) => {
                setText(target.value);
                setProblem(undefined);
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

function reasonOf(text: string) {
  const reason = text.trim();
  if (reason === "") return { ok: false, message: "A reason is needed." } as const;
  return { ok: true, answer: { status: "not-applicable", reason, accepted: false } } as const;
}
