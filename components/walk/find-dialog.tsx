"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { type Hit, search } from "@/lib/core/walk/search";
import { loadAllTexts } from "./store/load-texts";
import { go } from "./store/move-actions";
import { useWalk, useWalkState } from "./walk-context";

/** Finds topics and criteria of the whole questionnaire; arrows choose, Enter goes there. */
export function FindDialog() {
  const store = useWalk();
  const { texts } = useWalkState("texts");
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const hits = useMemo(() => search(store.data.outline, texts, query), [store, texts, query]);
  const complete = texts.size === store.places.length;
  const close = () => store.set({ dialog: null });

  useEffect(() => {
    field.current?.focus();
    void loadAllTexts(store);
  }, [store]);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [id, chosen]);

  function follow(hit: Hit | undefined) {
    if (!hit) return;
    close();
    // After the dialog has given the focus back.
    requestAnimationFrame(() => go(store, hit.topic, hit.criterion ? { criterion: hit.criterion } : {}));
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) follow(hits[chosen]);
    else setChosen((chosen + step + hits.length) % Math.max(hits.length, 1));
  }

  return (
    <Dialog open onClose={close} title="Find a topic or criterion" closeLabel="Close">
      <Input
        ref={field}
        role="combobox"
        aria-label="Words to find"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={hits.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder="Any words of a topic or a statement"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Found" className="mt-2 grid">
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the same
          <div
            key={`${hit.topic} ${hit.criterion}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => follow(hit)}
            onMouseMove={() => setChosen(index)}
            className={clsx(
              "cursor-pointer rounded px-2.5 py-1.5",
              index === chosen && "bg-sunk outline-2 -outline-offset-2 outline-ink",
            )}
          >
            <span className={clsx("block text-body", hit.criterion === null && "font-semibold")}>
              <Marked hit={hit} />
            </span>
            <span className="block text-small text-ink-2">
              {hit.criterion === null ? `Topic · ${hit.where}` : hit.where}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="mt-2 text-small text-ink-2">
        {query.trim() !== "" && hits.length === 0 && "Nothing has all of these words. "}
        {!complete && "The words of some topics are still on their way."}
      </p>
    </Dialog>
  );
}

function Marked({ hit: { text, marks } }: Readonly<{ hit: Hit }>) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(from, start));
    parts.push(
      <mark key={start} className="bg-accent-soft text-ink underline decoration-accent decoration-2 underline-offset-2">
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
