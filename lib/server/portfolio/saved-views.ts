import { z } from "zod";
import { portfolioQuery, portfolioSearch } from "../../core/portfolio/portfolio-query";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";

const MOST_VIEWS = 30;

export const saveViewSchema = z.strictObject({
  name: z.string().trim().min(1, "Give the view a name.").max(60, "At most 60 characters."),
  /** The address's query; only what the portfolio knows is kept. */
  query: z.string().max(500),
});

/**
 * Keeps a view of the portfolio under a name; the same name replaces it.
 * @throws Problem conflict when the person has too many
 */
export async function saveView(
  db: ScopedDb,
  userId: string,
  { name, query }: z.output<typeof saveViewSchema>,
): Promise<{ id: string }> {
  const known = portfolioQuery.omit({ page: true }).parse(Object.fromEntries(new URLSearchParams(query)));
  await db.savedView.deleteMany({ where: { userId, name } });
  if ((await db.savedView.count({ where: { userId } })) >= MOST_VIEWS) {
    throw new Problem("conflict", `${MOST_VIEWS} views are kept. Remove one first.`);
  }
  return db.savedView.create({ data: { userId, name, query: portfolioSearch(known) }, select: { id: true } });
}

/** Removes a view. @throws Problem not-found */
export async function removeView(db: ScopedDb, userId: string, id: string): Promise<null> {
  const { count } = await db.savedView.deleteMany({ where: { userId, id: z.uuid().catch("").parse(id) || NONE } });
  if (count === 0) throw notFound("The view");
  return null;
}

const NONE = "00000000-0000-0000-0000-000000000000";
