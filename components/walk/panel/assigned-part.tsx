"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { type AssignmentView, holdsTopic } from "@/lib/core/walk/assignment";
import { formatDay } from "@/lib/core/words/format";
import { removeAssignment } from "../store/assignment-actions";
import { useWalk, useWalkBeside } from "../walk-context";
import { AssignForm } from "./assign-form";
import { Part } from "./part";

/** Who was asked for a topic, and the way to ask. */
export function AssignedPart() {
  const store = useWalk();
  const { assignments, topic } = useWalkBeside("assignments", "topic");
  const [asking, setAsking] = useState(false);
  const { assign } = store.data.rights;
  const here = assignments.filter(({ place }) => holdsTopic(place, topic));
  if (here.length === 0 && !assign) return null;
  return (
    <Part
      title="Asked of"
      end={
        assign && !asking ? (
          <Button size="small" onClick={() => setAsking(true)}>
            Ask somebody
          </Button>
        ) : undefined
      }
    >
      {here.length === 0 && !asking && <p className="text-note text-ink-2">Nobody in particular.</p>}
      <ul className="grid gap-1.5">
        {here.map((one) => (
          <Asked key={`${one.person} ${one.place}`} assignment={one} />
        ))}
      </ul>
      {assign && (
        <a
          href={`/${store.data.organization.slug}/assessments/${store.data.assessment.slug}/assignments`}
          className="link mt-1.5 inline-block min-h-6 text-small"
        >
          Everybody who was asked
        </a>
      )}
      {asking && <AssignForm topic={topic} onDone={() => setAsking(false)} />}
    </Part>
  );
}

const STATES = { open: "", "handed-back": "handed back", returned: "not theirs" };

function Asked({ assignment }: Readonly<{ assignment: AssignmentView }>) {
  const store = useWalk();
  const { names } = useWalkBeside("names");
  const { person, place, state, due, note } = assignment;
  const name = names[person] ?? "Somebody who left";
  const about = [
    place === "*" ? "everything" : store.data.outline.pillars.find(({ id }) => id === place)?.title,
    STATES[state],
    state === "open" && due ? `due ${formatDay(due)}` : "",
  ].filter(Boolean);
  const remove = async () => {
    const sent = await removeAssignment(store, assignment);
    if (!sent.ok) showToast({ text: sent.problem.title, tone: "danger" });
  };
  return (
    <li className="text-note">
      <span className="flex items-baseline justify-between gap-2">
        <span className="min-w-0">
          <span className="font-medium">{name}</span>
          {about.length > 0 && <span className="text-ink-2"> · {about.join(" · ")}</span>}
        </span>
        {store.data.rights.assign && (
          <button
            type="button"
            className="link min-h-6 shrink-0 text-small"
            aria-label={`Take back what was asked of ${name}`}
            onClick={() => void remove()}
          >
            Take back
          </button>
        )}
      </span>
      {note && <span className="block text-small wrap-anywhere text-ink-2">{note}</span>}
    </li>
  );
}
