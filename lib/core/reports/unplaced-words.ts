import type { WhyUnplaced } from "../planning/types";
import { formatNumberOf } from "../words/format";
import { personDays } from "./text";

const REASONS: Readonly<Record<Exclude<WhyUnplaced["kind"], "waits">, string>> = {
  dropped: "Dropped",
  met: "All that it delivers is met already",
  "no-target": "Its pillar has no target",
  "not-needed": "Its pillar reaches the target without it",
  "no-gain": "Would raise no level: the stage below stays empty, or other work delivers the same",
  "too-large": "Takes more than the capacity holds",
  "too-long": "Would end after the last quarter",
  "no-room": "Work that brings more per person-day takes the room",
};

/** Why initiatives aren't in a plan, as the heading of a group of them. */
export function unplacedReason(why: WhyUnplaced, title: (initiative: string) => string): string {
  return why.kind === "waits" ? `Waits for ${title(why.needs)}, which isn't planned either` : REASONS[why.kind];
}

/** What the group doesn't say of one initiative: "44 weeks". */
export function unplacedDetail(why: WhyUnplaced): string | undefined {
  if (why.kind === "too-large") return `needs ${personDays(Math.ceil(why.capacity))} a quarter`;
  return why.kind === "too-long" ? formatNumberOf(why.weeks, "week") : undefined;
}
