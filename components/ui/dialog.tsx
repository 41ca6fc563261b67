"use client";

import { clsx } from "clsx";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./button";

type Props = Readonly<{
  open: boolean;
  /** Called for Escape, the close button and a press on the backdrop. */
  onClose: () => void;
  title: string;
  closeLabel: string;
  description?: ReactNode;
  /** Buttons, at the end, the primary one last. */
  actions?: ReactNode;
  /** A sheet comes in from a side and fills the height; on a phone every dialog but the small ones comes from below. */
  side?: "centre" | "left" | "right";
  size?: "small" | "medium" | "large";
  children?: ReactNode;
}>;

/**
 * A modal dialog or sheet on the browser's own <dialog>: focus trap, Escape, inert page and focus return come with it.
 */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  description,
  actions,
  side = "centre",
  size = "medium",
  children,
}: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const id = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      dialog.showModal();
    }
    if (!open && dialog.open) {
      before.current = null;
      dialog.close();
    }
  }, [open]);

  // Taken off the page while it is open: the browser gives the focus back only when a dialog is closed. Only after it
  // is gone,
  // because a field that gets the focus before that takes no letters in Chromium.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) before.current?.focus({ preventScroll: true });
    },
    [],
  );

  function closeFromBackdrop(event: MouseEvent<HTMLDialogElement>) {
    if (event.target === element.current) onClose();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for the backdrop is Escape, which the element handles
    <dialog
      ref={element}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={closeFromBackdrop}
      className={clsx(
        "bg-raised text-ink shadow-lg backdrop:bg-[oklch(0.15_0.01_250/0.45)]",
        SIDES[side],
        side === "centre" ? SIZES[size] : SHEETS[size],
      )}
    >
      {open && (
        <div className={clsx("flex flex-col", side === "centre" ? "max-h-[85dvh]" : "h-full")}>
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <h2 id={`${id}-title`} className="text-head font-semibold">
              {title}
            </h2>
            <IconButton icon="close" label={closeLabel} onClick={onClose} className="-mt-1.5 -mr-2" />
          </header>
          {description && (
            <div id={`${id}-description`} className="px-5 pb-2 text-body text-ink-2">
              {description}
            </div>
          )}
          {children && (
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-1 pb-4">{children}</div>
          )}
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>
          )}
        </div>
      )}
    </dialog>
  );
}

const SIDES = {
  centre: "m-auto rounded-md border border-line max-sm:mx-auto max-sm:mb-3",
  left: "fixed inset-y-0 right-auto left-0 m-0 h-dvh max-h-none border-r border-line",
  right: "fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none border-l border-line",
};
const SIZES = {
  small: "w-[min(26rem,calc(100vw-1.5rem))]",
  medium: "w-[min(36rem,calc(100vw-1.5rem))]",
  large: "w-[min(60rem,calc(100vw-1.5rem))]",
};
const SHEETS = {
  small: "w-[min(17rem,88vw)] max-w-none",
  medium: "w-[min(26rem,94vw)] max-w-none",
  large: "w-[min(44rem,96vw)] max-w-none",
};
