import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQueryable } from "@prisma/driver-adapter-utils";
import type { SchemaEngine as Engine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { StartupError } from "../startup-error";
import { compareMigrations, MIGRATIONS, type MigrationState, migrationNames } from "./migration-state";

const LOCKFILE = 'provider = "postgresql"\n';
const ONE_BYTE_CHAR = 18; // pg_type.oid
const TEXT = 25; // pg_type.oid
const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Applies every migration that the database doesn't have yet, with Prisma's own engine as WebAssembly, so that nothing is downloaded.
 * @param url the owner's connection
 * @returns the names that were applied, oldest first
 * @throws StartupError when the database is newer than the code, or a migration failed
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const state = await migrationState(url);
  if (state.kind === "newer database") {
    throw new StartupError(
      `The database was migrated by a newer version of Plumbline (${state.names.join(", ")}).`,
      "Start the newer version, or restore a backup taken before the upgrade.",
    );
  }
  if (state.kind === "in order") return [];
  return withEngine(url, async (engine) => {
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: readMigrations(),
        filters: NO_FILTER,
      });
      return appliedMigrationNames;
    } catch (error) {
      throw new StartupError(
        `A migration failed: ${messageOf(error)}`,
        "The database is as it was before that migration. Report the message; nothing is served until it is mended.",
      );
    }
  });
}

async function migrationState(url: string): Promise<MigrationState> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return compareMigrations(await appliedNames((sql) => client.query(sql)));
  } finally {
    await client.end();
  }
}

async function appliedNames(query: (sql: string) => Promise<{ rows: { name: string }[] }>): Promise<readonly string[]> {
  const { rows } = await query("SELECT to_regclass('_prisma_migrations')::text AS name");
  if (!rows[0]?.name) return [];
  const applied = await query(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return applied.rows.map((row) => row.name);
}

/**
 * The SQL that leads from the migrations to prisma/schema.prisma; empty when they agree.
 * @param url an empty scratch database
 */
export async function schemaDrift(url: string): Promise<string> {
  return withEngine(url, async (engine) => {
    const schema = {
      files: [{ path: "schema.prisma", content: readFileSync(join(process.cwd(), "prisma", "schema.prisma"), "utf8") }],
      configDir: ".",
    };
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...readMigrations() },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout ?? "";
  });
}

function readMigrations() {
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: LOCKFILE },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(MIGRATIONS, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

async function withEngine<T>(url: string, run: (engine: Engine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const adapters = new MigrationPg({ connectionString: url });
  const factory = bindMigrationAwareSqlAdapterFactory(adapters);
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, factory as never);
  try {
    return await run(engine);
  } finally {
    engine.free();
    await adapters.disposeAll();
  }
}

async function loadEngine() {
  const file = createRequire(join(process.cwd(), "package.json")).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(file.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": bindings as never,
  });
  (bindings as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }).__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  return bindings;
}

/** Two mends of the adapter that the engine needs; see the functions below. */
class MigrationPg extends PrismaPg {
  private readonly opened: Disposable[] = [];

  override async connect() {
    return this.keep(mend(await super.connect()));
  }

  override async connectToShadowDb() {
    return this.keep(mend(await super.connectToShadowDb()));
  }

  /** The engine leaves its connections open. */
  async disposeAll(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((adapter) => adapter.dispose().catch(() => {})));
  }

  private keep<A extends Disposable>(adapter: A): A {
    this.opened.push(adapter);
    return adapter;
  }
}

type Disposable = { dispose: () => Promise<void> };

type Client = { query: (...args: unknown[]) => Promise<{ fields?: { dataTypeID: number }[] }> };
type Queryable = Pick<SqlQueryable, "queryRaw"> & { executeScript: (script: string) => Promise<void> };

function mend<A extends Queryable>(adapter: A): A {
  const client = (adapter as unknown as { client: Client }).client;
  const query = client.query.bind(client);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let chars: readonly number[] = [];
  // The adapter splits scripts at every semicolon, which breaks function bodies: one simple query takes the script whole.
  adapter.executeScript = async (script) => {
    await query(script);
  };
  // It doesn't know the catalogue's one-byte "char": read as text, then called what the engine expects.
  client.query = async (...args) => {
    const result = await query(...args);
    chars = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === ONE_BYTE_CHAR ? [index] : []));
    for (const index of chars) Object.assign(result.fields?.[index] ?? {}, { dataTypeID: TEXT });
    return result;
  };
  adapter.queryRaw = async (asked) => {
    const answer = await queryRaw(asked);
    return {
      ...answer,
      columnTypes: answer.columnTypes.map((type, index) => (chars.includes(index) ? ColumnTypeEnum.Character : type)),
    };
  };
  return adapter;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}
