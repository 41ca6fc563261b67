import type { PlanItemView } from "./plan-view";
import type { ItemState } from "./types";

/** What people decide of an initiative, without its version. */
export type Decided = Omit<PlanItemView, "initiative" | "version">;

/**
 * What a new state means for the days: work that begins has begun today unless a day before is noted, and what is done
 * has ended today unless a day before is noted. What goes back to open keeps only days that lie ahead.
 *
 * @param today YYYY-MM-DD
 */
export function changeState(item: Decided, state: ItemState, today: string): Decided {
  const { startsOn, endsOn } = item;
  switch (state) {
    case "in-progress":
      return {
        ...item,
        state,
        startsOn: startsOn !== null && startsOn <= today ? startsOn : today,
        endsOn: endsOn !== null && endsOn >= today ? endsOn : null,
      };
    case "done": {
      const end = endsOn !== null && endsOn <= today ? endsOn : today;
      return { ...item, state, startsOn: startsOn !== null && startsOn <= end ? startsOn : null, endsOn: end };
    }
    case "open":
      return {
        ...item,
        state,
        startsOn: startsOn !== null && startsOn > today ? startsOn : null,
        endsOn: startsOn !== null && startsOn <= today ? null : endsOn !== null && endsOn > today ? endsOn : null,
      };
    case "dropped":
      return { ...item, state };
  }
}
