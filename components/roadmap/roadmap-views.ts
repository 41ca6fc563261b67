/** Ways to look at a plan, each with an address of its own. */
export const ROADMAP_VIEWS = ["timeline", "board", "table"] as const;
export type RoadmapViewName = (typeof ROADMAP_VIEWS)[number];
