import type { WhyUnplaced } from "../planning/types";
import { formatNumberOf } from "../words/format";
import { personDays } from "./text";

/** Why an initiative isn't in the plan: "waits for Move administrators to passkeys, which needs more room". */
export function unplacedWords(why: WhyUnplaced, title: (initiative: string) => string): string {
  switch (why.kind) {
    case "dropped":
      return "dropped";
    case "met":
      return "all that it delivers is met already";
    case "no-target":
      return "its pillar has no target";
    case "not-needed":
      return "its pillar reaches the target without it";
    case "no-gain":
      return "would raise no level, as the stage below stays empty or other work delivers the same";
    case "waits":
      return `waits for ${title(why.needs)}: ${unplacedWords(why.because, title)}`;
    case "too-large":
      return `needs a capacity of ${personDays(Math.ceil(why.capacity))} a quarter`;
    case "too-long":
      return `takes ${formatNumberOf(why.weeks, "week")} and would end after the last quarter`;
    case "no-room":
      return "work that brings more per person-day takes the room";
  }
}
