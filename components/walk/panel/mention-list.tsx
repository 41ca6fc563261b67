"use client";

import { clsx } from "clsx";
import { useEffect, useState } from "react";
import type { WalkPerson } from "@/lib/core/walk/walk-person";
import { roleName } from "@/lib/core/words/roles";

type Props = Readonly<{
  id: string;
  options: readonly WalkPerson[];
  selected: number;
  onPick: (name: string) => void;
}>;

/** Whom an @ may mean. The focus stays in the text. */
export function MentionList({ id, options, selected, onPick }: Props) {
  const said = useDelayed(options.length > 0 ? `${options.length} people, ${options[selected]?.name ?? ""}` : "");
  return (
    <>
      <span role="status" className="sr-only">
        {said}
      </span>
      {options.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label="People"
          className="absolute inset-x-0 top-full z-10 mt-1 rounded border border-line-strong bg-raised py-1 shadow-md"
        >
          {options.map(({ id: person, name, role, sees }, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text; it names the option as active
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the text's
            <div
              key={person}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === selected}
              className={clsx(
                "flex min-h-7 cursor-pointer items-center justify-between gap-2 px-2.5 text-note",
                index === selected && "bg-accent-soft",
              )}
              // Before the text loses the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(name)}
            >
              <span className="truncate">{name}</span>
              <span className="shrink-0 text-small text-ink-2">{sees ? roleName(role) : "doesn’t see this"}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}

/** Said once somebody pauses, so that typing isn't talked over. */
function useDelayed(text: string): string {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return said;
}
