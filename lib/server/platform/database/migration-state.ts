import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Where migrations live, one folder each. */
export const MIGRATIONS = join(process.cwd(), "prisma", "migrations");

/** What stands in the way of serving, or nothing. */
export type MigrationState =
  | { readonly kind: "in order" }
  | { readonly kind: "to apply"; readonly names: readonly string[] }
  | { readonly kind: "newer database"; readonly names: readonly string[] };

/** Compares the migrations that the code brings with those that a database has recorded. */
export function compareMigrations(applied: readonly string[]): MigrationState {
  const known = migrationNames();
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) return { kind: "newer database", names: newer };
  const missing = known.filter((name) => !applied.includes(name));
  return missing.length > 0 ? { kind: "to apply", names: missing } : { kind: "in order" };
}

/** Names of the migrations that the code brings, oldest first. */
export function migrationNames(): readonly string[] {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
