import type pg from "pg";
import { withClient } from "../platform/database/prepare";
import { derive, hashToken } from "../platform/secrets";

/** The one-time link of the first start. */
type SetupLink = Readonly<{ token: string; until: Date }>;

const HOURS_OPEN = 24;

/**
 * Opens the one-time link of the first start, as long as nobody has an account. One that was opened before and still holds is told
 * again: another start or instance doesn't end what somebody was given.
 *
 * @param ownerUrl the database's owner
 * @param secret the installation's, the same for all instances; the link's token is made from it, because only its hash is stored
 * @returns undefined once there is an account
 */
export async function openSetupLink(ownerUrl: string, secret: string): Promise<SetupLink | undefined> {
  return withClient(ownerUrl, async (client) => {
    await client.query("BEGIN");
    // Instances that start at the same moment open one link between them, and none beside an account that is just made.
    await client.query("LOCK TABLE setup_links IN EXCLUSIVE MODE");
    const { rows } = await client.query<{ known: boolean }>("SELECT EXISTS (SELECT FROM users) AS known");
    const link = rows[0]?.known ? undefined : ((await keptLink(client, secret)) ?? (await newLink(client, secret)));
    await client.query("COMMIT");
    return link;
  });
}

async function keptLink(client: pg.Client, secret: string): Promise<SetupLink | undefined> {
  const { rows } = await client.query<{ hash: Buffer; until: Date }>(
    "SELECT token_hash AS hash, expires_at AS until FROM setup_links WHERE used_at IS NULL AND expires_at > now()",
  );
  for (const { hash, until } of rows) {
    const token = tokenOf(until, secret);
    if (hashToken(token).equals(hash)) return { token, until };
  }
  return undefined;
}

async function newLink(client: pg.Client, secret: string): Promise<SetupLink> {
  await client.query("DELETE FROM setup_links WHERE used_at IS NULL");
  const until = new Date(Date.now() + HOURS_OPEN * 3_600_000);
  const token = tokenOf(until, secret);
  await client.query("INSERT INTO setup_links (token_hash, expires_at) VALUES ($1, $2)", [hashToken(token), until]);
  return { token, until };
}

/** Its end, to the millisecond, tells one link from another. */
function tokenOf(until: Date, secret: string): string {
  return derive(secret, `setup link until ${until.toISOString()}`);
}
