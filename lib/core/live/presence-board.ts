import type { LivePresence } from "./live-event";

/** A sign of life of one tab: on a topic, in the assessment on none (null), or gone. */
export type Beat = Readonly<{ person: string; tab: string; place: string | null | "gone" }>;

/** Who is in one assessment, each for as long as signs of life come. */
export type PresenceBoard = Readonly<{
  /** @returns whether that changed who is where */
  beat: (beat: Beat, now: number) => boolean;
  /** Forgets who gave no sign for `lifetime`. @returns whether that changed who is where */
  sweep: (now: number) => boolean;
  people: () => LivePresence;
}>;

/** @param lifetime in ms, how long one sign of life holds */
export function createPresenceBoard(lifetime: number): PresenceBoard {
  const seats = new Map<string, Readonly<{ person: string; place: string | null; until: number }>>();
  return {
    beat: ({ person, tab, place }, now) => {
      const key = `${person} ${tab}`;
      const before = seats.get(key);
      if (place === "gone") return seats.delete(key);
      seats.set(key, { person, place, until: now + lifetime });
      return before?.place !== place || before === undefined;
    },
    sweep: (now) => {
      let changed = false;
      for (const [key, { until }] of seats) if (until <= now) changed = seats.delete(key) || changed;
      return changed;
    },
    people: () => {
      const pairs = new Map([...seats.values()].map(({ person, place }) => [`${person} ${place}`, { person, place }]));
      return [...pairs.values()];
    },
  };
}
