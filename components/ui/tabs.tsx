"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

export type Tab = Readonly<{ id: string; label: string; count?: number; content: ReactNode }>;

type Props = Readonly<{
  label: string;
  tabs: readonly Tab[];
  /** Given with `onChange`, the state lives outside (in the URL); otherwise here, starting with the first. */
  selected?: string;
  onChange?: (id: string) => void;
  className?: string;
}>;

/** Panels of which one shows. Arrows move and select. */
export function Tabs({ label, tabs, selected, onChange, className }: Props) {
  const [own, setOwn] = useState(tabs[0]?.id);
  const base = useId();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const current = tabs.find((tab) => tab.id === (selected ?? own)) ?? tabs[0];
  if (!current) return null;

  function select(tab: Tab) {
    setOwn(tab.id);
    onChange?.(tab.id);
  }

  function move(event: KeyboardEvent, from: number) {
    const step = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = step === undefined ? undefined : tabs.at(step % tabs.length);
    if (!next) return;
    event.preventDefault();
    select(next);
    buttons.current.get(next.id)?.focus();
  }

  return (
    <div className={className}>
      <div role="tablist" aria-label={label} className="flex gap-4 overflow-x-auto border-b border-line">
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            ref={(element) => {
              if (element) buttons.current.set(tab.id, element);
              else buttons.current.delete(tab.id);
            }}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={tab === current}
            aria-controls={`${base}-${tab.id}-panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => select(tab)}
            onKeyDown={(event) => move(event, index)}
            className={clsx(
              "-mb-px min-h-8 border-b-2 border-transparent px-0.5 pb-1.5 text-note whitespace-nowrap text-ink-2 -outline-offset-2 aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink pointer-coarse:min-h-11",
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="ml-1.5 font-normal text-ink-2">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-${current.id}-panel`}
        aria-labelledby={`${base}-${current.id}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without a focusable child must still be reachable
        tabIndex={0}
        className="pt-3"
      >
        {current.content}
      </div>
    </div>
  );
}
