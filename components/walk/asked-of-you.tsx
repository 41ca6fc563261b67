"use client";

import { useState } from "react";
import { LongField } from "@/components/forms/long-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { AssignmentView } from "@/lib/core/walk/assignment";
import { formatDay } from "@/lib/core/words/format";
import { type Ending, endAssignment } from "./store/assignment-actions";
import { useTimeTelling, useWalk, useWalkState } from "./walk-context";

/** By whom this person was asked, until when, and the two ways to end it. */
export function AskedOfYou({ assignment }: Readonly<{ assignment: AssignmentView }>) {
  const store = useWalk();
  const { names } = useWalkState("names");
  const { today } = useTimeTelling();
  const [returning, setReturning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { place, due, askedBy, note } = assignment;
  const pillar = store.data.outline.pillars.find(({ id }) => id === place);
  const what = place === "*" ? "this assessment" : pillar ? pillar.title : "this topic";
  const who = askedBy ? (names[askedBy] ?? "Somebody who left") : "You were asked";
  const late = due !== undefined && due < today;
  async function end(ending: Ending) {
    const sent = await endAssignment(store, assignment, ending);
    setProblem(sent.ok ? null : (sent.problem.fields[0]?.message ?? sent.problem.title));
  }
  return (
    <section
      aria-label="Asked of you"
      className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded border border-accent bg-accent-soft px-3 py-2"
    >
      <p className="min-w-0 text-note">
        <span className="font-medium">{askedBy ? `${who} asks you for ${what}` : `${who} for ${what}`}</span>
        {due && (
          <span className={late ? "font-medium text-danger" : "text-ink-2"}>
            {" · "}
            {late ? `was due ${formatDay(due)}` : `due ${formatDay(due)}`}
          </span>
        )}
        {note && <span className="block wrap-anywhere text-ink-2">{note}</span>}
      </p>
      <div className="flex gap-1.5">
        <Button size="small" variant="primary" onClick={() => void end({ state: "handed-back" })}>
          Hand back
        </Button>
        <Button size="small" onClick={() => setReturning(!returning)} aria-expanded={returning}>
          Not mine
        </Button>
      </div>
      {problem && <Notice tone="danger" live title={problem} className="basis-full" />}
      {returning && (
        <form
          className="flex basis-full items-start gap-1.5 max-sm:flex-col max-sm:items-stretch"
          onSubmit={(event) => {
            event.preventDefault();
            void end({ state: "returned", note: String(new FormData(event.currentTarget).get("note") ?? "") });
          }}
        >
          <LongField
            label="Whose it is, or why not yours"
            hideLabel
            placeholder="Whose it is, or why not yours"
            what="this note"
            name="note"
            required
            autoFocus
            className="flex-1"
          />
          <Button type="submit" size="small">
            Return with this note
          </Button>
        </form>
      )}
    </section>
  );
}
