"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Button, IconButton } from "./button";

export type Toast = Readonly<{
  text: string;
  /** Usually undo. The toast goes when it has run. */
  action?: Readonly<{ label: string; run: () => void }>;
  tone?: "plain" | "danger";
}>;

type Shown = Toast & Readonly<{ id: number }>;

/** Long enough to read twice; it waits while it is hovered or focused. Undo stays in the history afterwards. */
const STAYS_MS = 10_000;
const AT_MOST = 3;
const NONE: readonly Shown[] = [];

let shown: readonly Shown[] = NONE;
let count = 0;
const listeners = new Set<() => void>();

/** Says that something was done, with a way to take it back. */
export function showToast(toast: Toast): void {
  count += 1;
  set([...shown, { ...toast, id: count }].slice(-AT_MOST));
}

/** Where toasts appear, once in the root layout. */
export function ToastRegion({ label, closeLabel }: Readonly<{ label: string; closeLabel: string }>) {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  );
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-3 z-50 flex flex-col items-end gap-2 sm:bottom-5 sm:right-5 print:hidden"
    >
      {toasts.map((toast) => (
        <Row key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </section>
  );
}

function Row({ toast, closeLabel }: Readonly<{ toast: Shown; closeLabel: string }>) {
  const [held, setHeld] = useState(false);
  const close = () => set(shown.filter((other) => other.id !== toast.id));

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => set(shown.filter((other) => other.id !== toast.id)), STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it there; every action is a button
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-full items-center gap-3 rounded-md border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 text-note shadow-md sm:max-w-md"
    >
      <span className={toast.tone === "danger" ? "text-danger" : undefined}>{toast.text}</span>
      {toast.action && (
        <Button
          size="small"
          icon="undo"
          onClick={() => {
            toast.action?.run();
            close();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" size="small" label={closeLabel} onClick={close} />
    </div>
  );
}

function set(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
