"use client";

import { clsx } from "clsx";
import type { LivePresence } from "@/lib/core/live/live-event";
import { initialsOf } from "@/lib/core/walk/walk-person";
import { useWalkBeside } from "./walk-context";

/** Who else is on a topic right now: initials to look at, names to hear and to hover. */
export function Present({ topic, most, size }: Readonly<{ topic: string; most: number; size: "small" | "medium" }>) {
  const { people, names } = useWalkBeside("people", "names");
  const here = peopleOn(people, topic).map((id) => ({ id, name: names[id] ?? "Somebody" }));
  if (here.length === 0) return null;
  const shown = here.slice(0, here.length > most ? most - 1 : most);
  const rest = here.slice(shown.length);
  const box = clsx(
    "grid shrink-0 place-items-center rounded-full border border-ink-3 bg-surface font-medium text-ink",
    size === "small" ? "h-4.5 min-w-4.5 px-0.5 text-mini/3" : "h-6.5 min-w-6.5 px-1 text-mini/4",
  );
  return (
    <span className="flex shrink-0 items-center gap-0.75" data-present={here.map(({ name }) => name).join(", ")}>
      <span className="sr-only">On this topic now: {here.map(({ name }) => name).join(", ")}.</span>
      {shown.map(({ id, name }) => (
        <span key={id} aria-hidden title={`${name} is on this topic now`} className={box}>
          {initialsOf(name)}
        </span>
      ))}
      {rest.length > 0 && (
        <span aria-hidden title={rest.map(({ name }) => name).join(", ")} className={box}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}

function peopleOn(people: LivePresence, topic: string): readonly string[] {
  return people.filter(({ place }) => place === topic).map(({ person }) => person);
}
