"use client";

import { clsx } from "clsx";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

type Page = Readonly<{ id: string; topic: string; message: string; notes: readonly string[]; body: ReactNode }>;

type Props = Readonly<{
  pages: readonly Page[];
  /** Where everything comes from, at the foot of each slide. */
  source: string;
  draft: boolean;
  /** Address of the dashboard. */
  back: string;
}>;

/**
 * Slides, one at a time by the keys of every presenter; without scripts, and in print, all of them below each other. A client component
 * for the keys.
 */
export function Deck({ pages, source, draft, back }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const [notes, setNotes] = useState(false);
  const current = useRef<HTMLElement>(null);
  const last = pages.length - 1;

  function go(to: number) {
    const next = Math.min(Math.max(to, 0), last);
    setAt(next);
    history.replaceState(null, "", `#${pages[next]?.id}`);
  }

  useEffect(() => {
    const read = () =>
      setAt(
        Math.max(
          pages.findIndex(({ id }) => `#${id}` === location.hash),
          0,
        ),
      );
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, [pages]);

  useEffect(() => {
    if (at === null) return;
    current.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [at]);

  // One listener for all slides: with one for each, a key right after a slide had come would be nobody's.
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || at === null) return;
    const onControl = event.target instanceof Element && event.target.closest("button, a, summary") !== null;
    if (onControl && (event.key === " " || event.key === "Enter")) return;
    const steps = new Map([
      ...FORWARD.map((key) => [key, at + 1] as const),
      ...BACKWARD.map((key) => [key, at - 1] as const),
    ]);
    const to = event.key === "Home" ? 0 : event.key === "End" ? last : steps.get(event.key);
    if (to !== undefined) go(to);
    else if (event.key === "n" || event.key === "N") setNotes((shown) => !shown);
    else if (event.key === "f" || event.key === "F") toggleFullScreen();
    else if (event.key === "Escape") location.assign(back);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <main className="print:block">
        {pages.map((page, i) => (
          <section
            key={page.id}
            id={page.id}
            ref={i === at ? current : undefined}
            tabIndex={-1}
            aria-label={`${i + 1} of ${pages.length}: ${page.topic}`}
            className={clsx("deck-slide outline-none", at !== null && at !== i && "hidden print:flex")}
          >
            <header className="flex items-baseline justify-between gap-4 text-ink-2">
              <p className="text-read">{page.topic}</p>
              {draft && <p className="rounded-sm border border-line-strong px-2 text-note font-medium">Draft</p>}
            </header>
            <h2 className="mt-1 max-w-[56ch] text-[clamp(1.375rem,1rem+1.6vw,2.5rem)]/[1.2] font-semibold text-balance">
              {page.message}
            </h2>
            <div className="deck-body mt-6 min-w-0 flex-1">{page.body}</div>
            <Notes notes={page.notes} shown={notes || at === null} />
            <footer className="mt-5 flex justify-between gap-4 text-small text-ink-2">
              <span>{source}</span>
              <span className="whitespace-nowrap">
                {i + 1} of {pages.length}
              </span>
            </footer>
          </section>
        ))}
      </main>
      {at !== null && (
        <nav
          aria-label="Slides"
          className="fixed inset-x-0 bottom-0 flex flex-wrap items-center justify-center gap-1.5 border-t border-line bg-raised px-3 py-1.5 text-note print:hidden"
        >
          <IconButton icon="chevron-left" label="Previous slide" disabled={at === 0} onClick={() => go(at - 1)} />
          <span aria-live="polite" className="min-w-14 text-center font-mono">
            {at + 1} of {pages.length}
          </span>
          <IconButton icon="chevron-right" label="Next slide" disabled={at === last} onClick={() => go(at + 1)} />
          <Button variant="quiet" aria-pressed={notes} onClick={() => setNotes(!notes)}>
            Notes <Kbd>N</Kbd>
          </Button>
          <Button variant="quiet" onClick={toggleFullScreen} className="max-sm:hidden">
            Full screen <Kbd>F</Kbd>
          </Button>
          <Button variant="quiet" icon="print" onClick={() => print()} className="max-sm:hidden">
            Print
          </Button>
          <ButtonLink href={back} variant="quiet">
            Close <Kbd>Esc</Kbd>
          </ButtonLink>
        </nav>
      )}
    </>
  );
}

const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACKWARD = ["ArrowLeft", "ArrowUp", "PageUp"];

function Notes({ notes, shown }: Readonly<{ notes: readonly string[]; shown: boolean }>) {
  return (
    <aside
      aria-label="Speaker notes"
      className={clsx("mt-6 border-t border-line pt-3 text-body text-ink-2", !shown && "hidden")}
    >
      <ul className="grid max-w-[120ch] gap-1">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </aside>
  );
}

/** Where the browser refuses, the page fills the window as it is. */
function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}
