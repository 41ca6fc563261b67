import { randomBytes } from "node:crypto";
import type pg from "pg";
import { inject } from "vitest";
import type { Actor, Role } from "../../lib/server/access/roles";
import { readConfig } from "../../lib/server/platform/config";
import { disconnect } from "../../lib/server/platform/database/client";
import { prepareDatabase, withClient } from "../../lib/server/platform/database/prepare";

export type TestDatabase = Readonly<{ ownerUrl: string; appUrl: string; drop: () => Promise<void> }>;

/**
 * A database of its own for one test file, with everything in it that a new installation has. The app's client uses it from then on.
 * @param timeZone of the database's connections, which aren't told another; UTC without
 */
export async function openTestDatabase({ timeZone }: Readonly<{ timeZone?: string }> = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const server = new URL(inject("template"));
  server.pathname = "/postgres";
  await withClient(server.toString(), async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE plumbline_template`);
    if (timeZone) await client.query(`ALTER DATABASE ${name} SET timezone = '${timeZone}'`);
  });
  const owner = new URL(server);
  owner.pathname = `/${name}`;
  const database = await prepareDatabase(readConfig({ DATABASE_URL: owner.toString() }), inject("secret"), () => {});
  process.env.APP_DATABASE_URL = database.appUrl;
  process.env.NEXTAUTH_SECRET = "a secret for tests only";
  return {
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    drop: async () => {
      await disconnect();
      await withClient(server.toString(), (client) => dropDatabase(client, name));
    },
  };
}

/** The server's own vacuum may be at work in it, which the owner can't end: that takes a moment. */
async function dropDatabase(client: pg.Client, name: string, attempts = 40): Promise<void> {
  try {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  } catch (error) {
    const vacuum = error instanceof Error && "code" in error && error.code === INSUFFICIENT_PRIVILEGE;
    if (!vacuum || attempts === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 250));
    await dropDatabase(client, name, attempts - 1);
  }
}

const INSUFFICIENT_PRIVILEGE = "42501";

/** Makes a person who is a member of an organization (made when it doesn't exist) and returns them as the door would. */
export async function makeActor(database: TestDatabase, organization: string, role: Role): Promise<Actor> {
  const tail = randomBytes(4).toString("hex");
  return withClient(database.ownerUrl, async (client) => {
    const person = await client.query<{ id: string }>(
      "INSERT INTO users (email, name, password_hash) VALUES ($1, $2, 'x') RETURNING id",
      [`${role}-${tail}@example.org`, `${role} ${tail}`],
    );
    const userId = person.rows[0]?.id ?? "";
    const tenant = await client.query<{ id: string }>(
      "INSERT INTO organizations (slug, name) VALUES ($1, $1) ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name RETURNING id",
      [organization],
    );
    const organizationId = tenant.rows[0]?.id ?? "";
    await client.query("INSERT INTO memberships (organization_id, user_id, role) VALUES ($1, $2, $3)", [
      organizationId,
      userId,
      role,
    ]);
    return {
      userId,
      name: `${role} ${tail}`,
      email: `${role}-${tail}@example.org`,
      organizationId,
      organizationSlug: organization,
      organizationName: organization,
      sample: false,
      role,
      address: "127.0.0.1",
    };
  });
}
