"use client";

import { percent } from "@/components/charts/plot";
import type { Timeline, TimelineBar } from "@/lib/core/planning/timeline";
import { GROUP_HEIGHT, ROW_HEIGHT } from "./timeline-row";

type Place = Readonly<{ pillar: string; bar: TimelineBar; y: number }>;

/**
 * Lines from the end of what must be done first to the start of what builds on it: inside a pillar always, across pillars
 * for the row that is pointed at or has the focus.
 */
export function TimelineLinks({ timeline, active }: Readonly<{ timeline: Timeline; active: string | null }>) {
  const places = placesOf(timeline);
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute inset-y-0 right-0 left-(--names) h-full w-[calc(100%-var(--names))] overflow-visible"
    >
      {timeline.links.map(({ from, to }) => {
        const begin = places.get(from);
        const end = places.get(to);
        const pointed = active === from || active === to;
        if (!begin || !end || (begin.pillar !== end.pillar && !pointed)) return null;
        return <Link key={`${from} ${to}`} begin={begin} end={end} pointed={pointed} />;
      })}
    </svg>
  );
}

/** Out of the first bar, down or up beside it, and over to the second. */
function Link({ begin, end, pointed }: Readonly<{ begin: Place; end: Place; pointed: boolean }>) {
  const look = pointed ? "stroke-accent" : "stroke-ink-2";
  const width = pointed ? 1.6 : 1.1;
  return (
    <g fill="none" strokeWidth={width} className={look}>
      <svg x={percent(begin.bar.to)} className="overflow-visible">
        <path d={`M0 ${begin.y}h4V${end.y}`} />
      </svg>
      <line x1={percent(begin.bar.to)} x2={percent(end.bar.from)} y1={end.y} y2={end.y} />
    </g>
  );
}

function placesOf({ groups }: Timeline): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let top = 0;
  for (const { pillar, rows } of groups) {
    top += GROUP_HEIGHT;
    for (const { item, bar } of rows) {
      if (bar) places.set(item.initiative, { pillar, bar, y: top + 13 });
      top += ROW_HEIGHT;
    }
  }
  return places;
}
