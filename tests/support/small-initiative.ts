import type { Initiative } from "../../lib/core/content/types";

type Parts = Readonly<{
  days?: number;
  weeks?: number;
  needs?: readonly string[];
  effort?: Partial<Initiative["effort"]>;
}>;

/** An initiative that delivers criteria, with words that nobody reads. 10 days over 4 weeks unless told otherwise. */
export function smallInitiative(
  id: string,
  delivers: readonly string[],
  { days = 10, weeks = 4, needs = [], effort = {} }: Parts = {},
): Initiative {
  return {
    id,
    title: `Do ${id}`,
    outcome: "It is done, and everybody can see it.",
    delivers: [...delivers],
    effort: { low: days / 2, likely: days, high: days * 2, scalesWith: "nothing", fixedShare: 1, ...effort },
    weeks,
    prerequisites: [...needs],
    owner: "security engineer",
    steps: ["Do the first thing.", "Do the second thing.", "Do the third thing."],
    risk: "Something may go wrong.",
    undo: "Put it back as it was.",
  };
}
