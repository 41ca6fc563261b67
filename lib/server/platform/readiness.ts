import { callFunction } from "./database/client";
import { migrationNames } from "./database/migration-state";

export type Readiness =
  | { readonly status: "ok"; readonly migrations: number }
  | { readonly status: "unavailable"; readonly reason: string };

/**
 * Whether this instance can serve: the database answers and has every migration of the code. A newer instance's migrations are no
 * hindrance, because an older one that serves already works with them (expand, then contract); `migrate` refuses them at a start.
 */
export async function readiness(): Promise<Readiness> {
  try {
    const rows = await callFunction<{
      name: string;
    }>`SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const applied = new Set(rows.map((row) => row.name));
    const missing = migrationNames().filter((name) => !applied.has(name));
    if (missing.length > 0) return { status: "unavailable", reason: `migrations to apply: ${missing.join(", ")}` };
    return { status: "ok", migrations: rows.length };
  } catch {
    return { status: "unavailable", reason: "the database can't be reached" };
  }
}
