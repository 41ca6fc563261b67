import type { ScopedDb } from "../platform/database/client";

/** Names of people by id, as far as they are still members: row-level security shows nobody else. */
export async function namesOf(db: ScopedDb, people: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const rows = await db.user.findMany({
    where: { id: { in: [...new Set(people)] } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
