/** Room between a bubble and what it speaks of, and from the edge of the window, in px. */
const GAP = 6;
const EDGE = 8;

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
