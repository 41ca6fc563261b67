import { sampleName } from "../../core/sample/people";
import type { ScopedDb } from "../platform/database/client";

/**
 * Names of people by id, as far as they are still members: row-level security shows nobody else. The sample's people, who
 * have no accounts, are told by their roles.
 */
export async function namesOf(db: ScopedDb, people: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const ids = [...new Set(people)];
  const rows = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const roles = ids.flatMap((id) => {
    const role = sampleName(id);
    return role === undefined ? [] : [[id, role] as const];
  });
  return Object.fromEntries([...roles, ...rows.map(({ id, name }) => [id, name] as const)]);
}
