"use client";

import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";
import { BUBBLE, hideBubble, showBubble } from "@/components/ui/bubble";

type Props = Readonly<{
  /** "order": arrows go through the points in order; "grid": to the nearest in that direction. */
  arrows?: "order" | "grid";
  className?: string;
  children: ReactNode;
}>;

/**
 * The name of every `[data-tip]` inside, shown on hover and on focus, one tab stop, arrow keys between them. The
 * picture itself is drawn by the server.
 */
export function ChartTips({ arrows = "order", className, children }: Props) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    for (const [index, point] of points(root.current).entries())
      point.setAttribute("tabindex", index === 0 ? "0" : "-1");
  }, []);

  function show(event: SyntheticEvent) {
    const point = pointOf(event.target);
    if (!bubble.current) return;
    if (!point) return hideBubble(bubble.current);
    bubble.current.textContent = point.getAttribute("aria-label");
    showBubble(bubble.current, point.getBoundingClientRect());
  }

  function hide() {
    if (bubble.current) hideBubble(bubble.current);
  }

  function focus(event: SyntheticEvent) {
    const point = pointOf(event.target);
    if (!point) return;
    for (const other of points(root.current)) other.setAttribute("tabindex", other === point ? "0" : "-1");
    show(event);
  }

  function move(event: KeyboardEvent) {
    if (event.key === "Escape") return hide();
    const from = pointOf(event.target);
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextPoint(points(root.current), from, { key: event.key, arrows });
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the points inside, which are links or named pictures
    <div
      ref={root}
      onMouseOver={show}
      onMouseLeave={hide}
      onFocus={focus}
      onBlur={hide}
      onKeyDown={move}
      className={className}
    >
      {children}
      <div ref={bubble} id={id} aria-hidden popover="manual" className={BUBBLE} />
    </div>
  );
}

type Point = HTMLElement | SVGElement;

function points(root: HTMLElement | null): readonly Point[] {
  return root
    ? [...root.querySelectorAll<Point>("[data-tip]")].filter((point) => point.getClientRects().length > 0)
    : [];
}

function pointOf(target: EventTarget): Point | null {
  return target instanceof Element ? target.closest<Point>("[data-tip]") : null;
}

function nextPoint(
  all: readonly Point[],
  from: Point,
  { key, arrows }: Readonly<{ key: string; arrows: "order" | "grid" }>,
): Point | undefined {
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  const direction = DIRECTIONS.get(key);
  if (!direction) return undefined;
  if (arrows === "grid") return nearest(all, from, direction);
  return all.at((all.indexOf(from) + direction.x + direction.y) % all.length);
}

const DIRECTIONS = new Map([
  ["ArrowRight", { x: 1, y: 0 }],
  ["ArrowLeft", { x: -1, y: 0 }],
  ["ArrowDown", { x: 0, y: 1 }],
  ["ArrowUp", { x: 0, y: -1 }],
]);

/** Straying to the side costs more than going far, so that a column or row is followed to its end. */
const SIDEWAYS_COST = 4;

function nearest(all: readonly Point[], from: Point, { x, y }: Readonly<{ x: number; y: number }>): Point | undefined {
  const start = centre(from);
  const ahead = all.flatMap((point) => {
    const at = centre(point);
    const along = (at.x - start.x) * x + (at.y - start.y) * y;
    const aside = Math.abs((at.x - start.x) * y) + Math.abs((at.y - start.y) * x);
    return along > 1 ? [{ point, cost: along + SIDEWAYS_COST * aside }] : [];
  });
  return ahead.sort((a, b) => a.cost - b.cost)[0]?.point;
}

function centre(point: Point): Readonly<{ x: number; y: number }> {
  const { left, top, width, height } = point.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
