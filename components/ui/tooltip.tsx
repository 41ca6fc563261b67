"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

type Props = Readonly<{
  /** A few words; what is needed to go on never stands only here. */
  text: string;
  /** Inline content with one focusable element. */
  children: ReactNode;
  className?: string;
}>;

const GAP = 6;
const EDGE = 8;

/** Shows words beside something on hover and on focus; Escape hides them; they may be hovered themselves. */
export function Tooltip({ text, children, className }: Props) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);

  function show() {
    if (anchor.current && bubble.current) showBubble(bubble.current, anchor.current.getBoundingClientRect());
  }
  function hide() {
    if (bubble.current) hideBubble(bubble.current);
  }
  function hideOnEscape(event: KeyboardEvent) {
    if (event.key === "Escape") hide();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for its child; the child is the control
    <span
      ref={anchor}
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={hideOnEscape}
      aria-describedby={id}
      className={className ?? "inline-flex"}
    >
      {children}
      <span ref={bubble} id={id} role="tooltip" popover="manual" className={BUBBLE}>
        {text}
      </span>
    </span>
  );
}

/** The look of every bubble, of tooltips and of charts. */
export const BUBBLE =
  "fixed inset-auto m-0 max-w-72 rounded border border-line-strong bg-raised px-2.5 py-1.5 text-left text-small font-normal whitespace-pre-line text-ink shadow-md";

/** Opens a popover above an anchor, or under it where there is no room. Positions go through CSSOM, which the CSP allows. */
export function showBubble(
  bubble: HTMLElement,
  anchor: Readonly<{ left: number; top: number; bottom: number; width: number }>,
): void {
  if (!bubble.matches(":popover-open")) bubble.showPopover();
  const { width, height } = bubble.getBoundingClientRect();
  const centred = anchor.left + anchor.width / 2 - width / 2;
  const left = Math.max(EDGE, Math.min(centred, document.documentElement.clientWidth - width - EDGE));
  const above = anchor.top - height - GAP;
  bubble.style.left = `${left}px`;
  bubble.style.top = `${above >= EDGE ? above : anchor.bottom + GAP}px`;
}

export function hideBubble(bubble: HTMLElement): void {
  if (bubble.matches(":popover-open")) bubble.hidePopover();
}
