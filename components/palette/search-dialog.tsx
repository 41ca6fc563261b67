"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import type { Hit } from "@/lib/core/walk/search";
import { Marked } from "./marked";

/** One line of what was found. */
export type FoundLine = Readonly<{
  key: string;
  text: string;
  marks: Hit["marks"];
  where: string;
  strong: boolean;
  shortcut?: string;
  follow: () => void;
}>;

type Props = Readonly<{
  title: string;
  onClose: () => void;
  label: string;
  placeholder: string;
  query: string;
  onQuery: (query: string) => void;
  lines: readonly FoundLine[];
  onTake: (line: FoundLine) => void;
  /** Said under what was found. */
  children?: ReactNode;
}>;

/** Words to find and what they find: arrows choose, Enter takes; the focus stays in the field. */
export function SearchDialog({ title, onClose, label, placeholder, query, onQuery, lines, onTake, children }: Props) {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);

  // Once the dialog is shown, whose own effect runs before.
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [id, chosen]);

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    const line = lines[chosen];
    if (step !== undefined) setChosen((chosen + step + lines.length) % Math.max(lines.length, 1));
    else if (line) onTake(line);
  }

  return (
    <Dialog open onClose={onClose} title={title} closeLabel="Close">
      <Input
        ref={field}
        role="combobox"
        aria-label={label}
        aria-expanded={lines.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={lines.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          onQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Found" className="mt-2 grid">
        {lines.map((line, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the same
          <div
            key={line.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => onTake(line)}
            onMouseMove={() => setChosen(index)}
            className={clsx(
              "grid cursor-pointer grid-cols-[1fr_auto] items-center gap-x-3 rounded px-2.5 py-1.5",
              index === chosen && "bg-sunk outline-2 -outline-offset-2 outline-ink",
            )}
          >
            <span className={clsx("text-body", line.strong && "font-semibold")}>
              <Marked text={line.text} marks={line.marks} />
            </span>
            {line.shortcut && <Kbd>{line.shortcut}</Kbd>}
            <span className="col-start-1 text-small text-ink-2">{line.where}</span>
          </div>
        ))}
      </div>
      <p role="status" className="mt-2 text-small text-ink-2">
        {query.trim() !== "" && lines.length === 0 && "Nothing has all of these words. "}
        {children}
      </p>
    </Dialog>
  );
}
