"use client";

import { percent } from "@/components/charts/plot";
import type { Timeline, TimelineBar, TimelineGroup } from "@/lib/core/planning/timeline";
import { At, AxisLayer, GROUP_HEIGHT, ROW_HEIGHT } from "./timeline-layout";

type Place = Readonly<{ pillar: string; bar: TimelineBar; y: number }>;
type Links = Timeline["links"];

/** Inside one pillar: lines from the end of what must be done first to the start of what builds on it. */
export function GroupLinks({
  group,
  links,
  active,
}: Readonly<{ group: TimelineGroup; links: Links; active: string | null }>) {
  return <LinkLayer places={placesOf([group])} links={links} active={active} />;
}

/** The same across pillars, for the row alone that is pointed at or has the focus. */
export function CrossLinks({ timeline, active }: Readonly<{ timeline: Timeline; active: string | null }>) {
  const places = placesOf(timeline.groups);
  const links = timeline.links.filter(({ from, to }) => {
    const pointed = from === active || to === active;
    return pointed && places.get(from)?.pillar !== places.get(to)?.pillar;
  });
  return (
    <div className="print:hidden">
      <LinkLayer places={places} links={links} active={active} />
    </div>
  );
}

type LayerProps = Readonly<{ places: ReadonlyMap<string, Place>; links: Links; active: string | null }>;

function LinkLayer({ places, links, active }: LayerProps) {
  return (
    <AxisLayer>
      {links.map(({ from, to }) => {
        const begin = places.get(from);
        const end = places.get(to);
        if (!begin || !end) return null;
        const pointed = active === from || active === to;
        return (
          <g
            key={`${from} ${to}`}
            fill="none"
            strokeWidth={pointed ? 1.6 : 1.1}
            className={pointed ? "stroke-accent" : "stroke-ink-2"}
          >
            <At x={percent(begin.bar.to)}>
              <path d={`M0 ${begin.y}V${end.y}`} />
            </At>
            <line x1={percent(begin.bar.to)} x2={percent(end.bar.from)} y1={end.y} y2={end.y} />
          </g>
        );
      })}
    </AxisLayer>
  );
}

/** Where the bars' middles lie, in pixels from the top of the first group. */
function placesOf(groups: readonly TimelineGroup[]): ReadonlyMap<string, Place> {
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
