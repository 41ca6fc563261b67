"use client";

import { clsx } from "clsx";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { type Hit, search, searchNamed } from "@/lib/core/walk/search";
import { Marked } from "./marked";
import { type PaletteEntry, type PalettePage, paletteStore } from "./palette-store";
import { useFoundPlaces } from "./use-found-places";

type Props = Readonly<{ pages: readonly PalettePage[]; organization: string | null; assessment: string | null }>;

/** One line of what was found. */
type Line = Readonly<{
  key: string;
  text: string;
  marks: Hit["marks"];
  where: string;
  strong: boolean;
  shortcut?: string;
}> &
  Readonly<{ follow: () => void }>;

const MOST_NAMED = 8;

/** The one search: pages, actions, assessments, organizations, topics and criteria. Arrows choose, Enter goes there. */
export function PaletteDialog({ pages, organization, assessment }: Props) {
  const router = useRouter();
  const { offer } = useSyncExternalStore(paletteStore.subscribe, paletteStore.get, paletteStore.get);
  const places = useFoundPlaces(organization, assessment);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const close = () => paletteStore.set({ open: false });

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [id, chosen]);

  const named: readonly PaletteEntry[] = [...(offer?.actions ?? []), ...pages, ...places.entries];
  const follow = (entry: PaletteEntry) => ("href" in entry ? router.push(entry.href) : entry.run());
  const go = ({ topic, criterion }: Hit) => {
    if (places.hrefOf) router.push(places.hrefOf(topic, criterion));
    else offer?.go(topic, criterion);
  };
  const hits = places.outline ? search(places.outline, places.texts, query) : [];
  const lines: readonly Line[] = [
    ...searchNamed(named, query)
      .slice(0, query.trim() === "" ? undefined : MOST_NAMED)
      .map(({ named: entry, marks }) => ({
        key: entry.id,
        text: entry.name,
        marks,
        where: entry.where,
        strong: true,
        shortcut: entry.shortcut,
        follow: () => follow(entry),
      })),
    ...hits.map((hit) => ({
      key: `${hit.topic} ${hit.criterion}`,
      text: hit.text,
      marks: hit.marks,
      where: hit.criterion === null ? `Topic · ${hit.where}` : hit.where,
      strong: hit.criterion === null,
      follow: () => go(hit),
    })),
  ];

  function take(line: Line | undefined) {
    if (!line) return;
    close();
    // After the dialog has given the focus back.
    requestAnimationFrame(line.follow);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) take(lines[chosen]);
    else setChosen((chosen + step + lines.length) % Math.max(lines.length, 1));
  }

  return (
    <Dialog open onClose={close} title="Find or do" closeLabel="Close">
      <Input
        ref={field}
        role="combobox"
        aria-label="Words to find"
        aria-expanded={lines.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={lines.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder="A page, an action, words of a topic or a statement"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
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
            onClick={() => take(line)}
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
        {places.state === "loading" && "The words of some topics are still on their way."}
        {places.state === "failed" && "Some topics could not be fetched; they aren’t searched."}
      </p>
    </Dialog>
  );
}
