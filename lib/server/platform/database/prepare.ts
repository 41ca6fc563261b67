import { join } from "node:path";
import pg from "pg";
import { permissionPairs } from "../../access/roles";
import type { Config } from "../config";
import { derive } from "../secrets";
import { StartupError } from "../startup-error";
import { asRole } from "./as-role";
import { startEmbeddedPostgres } from "./embedded";
import { migrate } from "./migrate";

/** A database that is ready to serve: the owner's address for set-up work, the app's for everything else. */
export type Database = Readonly<{ ownerUrl: string; appUrl: string; stop: () => Promise<void> }>;

const OLDEST_VERSION = 150000; // server_version_num; older ones lack security_invoker views and are out of support
const EMBEDDED_OWNER = "plumbline_owner";
const EMBEDDED_DATABASE = "plumbline";
const NOT_LET_IN = "28"; // SQLSTATE class: invalid authorization
const INVALID_PASSWORD = "28P01"; // SQLSTATE

/**
 * Makes the database ready: starts the embedded one unless DATABASE_URL names another, migrates, and gives the app its own role.
 *
 * @param tell is called with each step, for the person who waits
 * @param stoppable is told how to stop what runs so far, for whoever ends before this is through
 * @throws StartupError when the database can't be reached, is too old, is newer than the code, or the app's role can't be made
 */
export async function prepareDatabase(
  config: Config,
  secret: string,
  tell: (step: string) => void,
  stoppable?: (stop: () => Promise<void>) => void,
): Promise<Database> {
  const { url: ownerUrl, stop } = config.DATABASE_URL
    ? { url: config.DATABASE_URL, stop: async () => {} }
    : await embeddedOwner(config, secret, { tell, stoppable });
  try {
    await checkServer(ownerUrl);
    const applied = await migrate(ownerUrl);
    if (applied.length > 0) tell(`migrated the database (${applied.length})`);
    const appUrl = config.APP_DATABASE_URL ?? (await makeAppRole(ownerUrl, secret));
    await checkAppRole(appUrl).catch(explainSignIn);
    await writePermissions(ownerUrl);
    return { ownerUrl, appUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Heard = Readonly<{ tell: (step: string) => void; stoppable?: (stop: () => Promise<void>) => void }>;

async function embeddedOwner({ DATA_DIR, DATABASE_POOL }: Config, secret: string, { tell, stoppable }: Heard) {
  const folder = join(DATA_DIR, "postgres");
  const superPassword = derive(secret, "postgres");
  const server = await startEmbeddedPostgres(folder, { password: superPassword, pool: DATABASE_POOL, stoppable });
  tell(`PostgreSQL on 127.0.0.1:${server.port}, data in ${folder}`);
  const password = derive(secret, "owner");
  const at = (user: string, pass: string, database: string) =>
    `postgresql://${user}:${encodeURIComponent(pass)}@127.0.0.1:${server.port}/${database}`;
  const url = at(EMBEDDED_OWNER, password, EMBEDDED_DATABASE);
  const makeDatabase = async (client: pg.Client) => {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [EMBEDDED_OWNER]);
    if (role.rowCount === 0) {
      await client.query(
        `CREATE ROLE ${EMBEDDED_OWNER} LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`,
      );
    }
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [EMBEDDED_DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${EMBEDDED_DATABASE} OWNER ${EMBEDDED_OWNER}`);
  };
  try {
    await withClient(at("postgres", superPassword, "postgres"), makeDatabase);
  } catch (error) {
    await server.stop();
    if (!(error instanceof pg.DatabaseError && error.code === INVALID_PASSWORD)) throw error;
    throw new StartupError(
      `The embedded database in ${folder} was made with another secret than this start has.`,
      `Start with the secret of its first start: leave PLUMBLINE_SECRET out if it was set since (the first one is in ${join(DATA_DIR, "secret")}), or set it to what it was then.`,
    );
  }
  return { url, stop: server.stop };
}

async function checkServer(url: string): Promise<void> {
  try {
    await withClient(url, async (client) => {
      const { rows } = await client.query<{ n: string }>("SELECT current_setting('server_version_num') AS n");
      if (Number(rows[0]?.n) < OLDEST_VERSION) {
        throw new StartupError(
          `The database is PostgreSQL ${Math.floor(Number(rows[0]?.n) / 10000)}; 15 or newer is needed.`,
          "Upgrade the server, or leave DATABASE_URL empty to use the embedded one.",
        );
      }
    });
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const reason = error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error);
    throw new StartupError(
      `The database at ${withoutPassword(url)} can't be reached: ${reason}`,
      "Check that it runs and that DATABASE_URL holds the right host, port, database, user and password.",
    );
  }
}

/** The login role of this database's app: owns nothing, inherits the grants of `plumbline_app`. */
async function makeAppRole(ownerUrl: string, secret: string): Promise<string> {
  const password = derive(secret, "app");
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT 'plumbline_app_' || oid AS name FROM pg_database WHERE datname = current_database()",
    );
    const name = rows[0]?.name ?? "plumbline_app_login";
    try {
      // Instances that start at the same moment would trip over one another's role; held until the connection ends.
      await client.query("SELECT pg_advisory_lock(hashtextextended('plumbline:app-role', 1))");
      const known = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
      const verb = known.rowCount === 0 ? "CREATE" : "ALTER";
      await client.query(`${verb} ROLE ${pg.escapeIdentifier(name)} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
      // Prisma's adapter writes and reads moments without their offset, as if every connection were in UTC.
      await client.query(`ALTER ROLE ${pg.escapeIdentifier(name)} SET timezone = 'UTC'`);
      if (known.rowCount === 0) await client.query(`GRANT plumbline_app TO ${pg.escapeIdentifier(name)}`);
      await client.query('GRANT SELECT ON "_prisma_migrations" TO plumbline_app');
    } catch (error) {
      throw new StartupError(
        `The app's own database role could not be made: ${error instanceof Error ? error.message : error}`,
        "Give the owner of DATABASE_URL the CREATEROLE right, or make a login role that is a member of plumbline_app by hand and set APP_DATABASE_URL.",
      );
    }
    return asRole(ownerUrl, name, password);
  });
}

/** Refuses an app role that could reach past row-level security, or whose connections aren't in UTC (see makeAppRole). */
async function checkAppRole(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<
      Record<"free" | "owns" | "member" | "utc", boolean> & Record<"name" | "zone", string>
    >(`
      SELECT rolsuper OR rolbypassrls AS free,
             EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND pg_has_role(current_user, tableowner, 'USAGE')) AS owns,
             pg_has_role(current_user, 'plumbline_app', 'USAGE') AS member, rolname AS name, current_setting('TimeZone') AS zone,
             (SELECT bool_and(extract(timezone FROM moment) = 0)
                FROM unnest(ARRAY['2026-01-01T00:00Z', '2026-07-01T00:00Z']::timestamptz[]) moment) AS utc
        FROM pg_roles WHERE rolname = current_user`);
    const role = rows[0];
    if (!role || role.free || role.owns || !role.member) {
      throw new StartupError(
        "The app's database role could read past row-level security (it is a superuser, owns tables, or isn't a member of plumbline_app).",
        "Make a plain login role, grant it plumbline_app and nothing else, and name it in APP_DATABASE_URL.",
      );
    }
    if (!role.utc) {
      throw new StartupError(
        `The app's database role works in the time zone ${role.zone}; moments would be hours off.`,
        `Run ALTER ROLE ${pg.escapeIdentifier(role.name)} SET timezone = 'UTC'; a pooler's connections heed it once they are made anew.`,
      );
    }
  });
}

function explainSignIn(error: unknown): never {
  if (!(error instanceof pg.DatabaseError && error.code?.startsWith(NOT_LET_IN))) throw error;
  throw new StartupError(
    `The app's own database role can't sign in: ${error.message}`,
    "Check APP_DATABASE_URL; where it is empty, pg_hba.conf must let roles in by password (scram-sha-256), also at a socket.",
  );
}

/** Writes the permission table that statements read; roles.ts stays the only source. */
async function writePermissions(ownerUrl: string): Promise<void> {
  const pairs = permissionPairs();
  await withClient(ownerUrl, async (client) => {
    await client.query("BEGIN");
    // Of two instances that start at the same moment the second would write what the first just has. Readers go on.
    await client.query("LOCK TABLE role_permissions IN EXCLUSIVE MODE");
    await client.query("DELETE FROM role_permissions");
    await client.query("INSERT INTO role_permissions (role, action) SELECT * FROM unnest($1::text[], $2::text[])", [
      pairs.map((pair) => pair.role),
      pairs.map((pair) => pair.action),
    ]);
    await client.query("COMMIT");
  });
}

/** Opens one connection for a piece of set-up work. */
export async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    return `${parsed.host}${parsed.pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
