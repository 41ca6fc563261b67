import { z } from "zod";

/** What the table can be ordered by. */
export const SORTS = ["name", "level", "verified", "known", "changed", "due"] as const;
export type PortfolioSort = (typeof SORTS)[number];

const text = z.string().trim().max(100).catch("");

/** The portfolio's view as it stands in the address; what can't be read counts as not given. */
export const portfolioQuery = z.object({
  /** Part of an organization's name. */
  q: text.default(""),
  /** Number of the stage, from 1. */
  stage: z.coerce.number().int().min(1).max(6).optional().catch(undefined),
  /** Not changed for this many days. */
  quiet: z.coerce.number().int().min(1).max(3650).optional().catch(undefined),
  /** Due within this many days. */
  due: z.coerce.number().int().min(1).max(3650).optional().catch(undefined),
  sort: z.enum(SORTS).default("name").catch("name"),
  order: z.enum(["up", "down"]).default("up").catch("up"),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});
export type PortfolioQuery = z.output<typeof portfolioQuery>;

/** The address's query for a view; what is as usual is left out, so that links stay short. */
export function portfolioSearch(query: Partial<PortfolioQuery>): string {
  const usual: Readonly<Record<string, unknown>> = { q: "", sort: "name", order: "up", page: 1 };
  const given = Object.entries(query).filter(([name, value]) => value !== undefined && value !== usual[name]);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
