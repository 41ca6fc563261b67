import { callFunction } from "./database/client";
import { compareMigrations } from "./database/migration-state";

export type Readiness =
  | { readonly status: "ok"; readonly migrations: number }
  | { readonly status: "unavailable"; readonly reason: string };

/** Whether this instance can serve: the database answers and its migrations are those of the code. */
export async function readiness(): Promise<Readiness> {
  try {
    const rows = await callFunction<{
      name: string;
    }>`SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const state = compareMigrations(rows.map((row) => row.name));
    if (state.kind === "in order") return { status: "ok", migrations: rows.length };
    return {
      status: "unavailable",
      reason:
        state.kind === "to apply"
          ? `migrations to apply: ${state.names.join(", ")}`
          : "the database is newer than the code",
    };
  } catch {
    return { status: "unavailable", reason: "the database can't be reached" };
  }
}
