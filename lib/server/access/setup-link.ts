import { withClient } from "../platform/database/prepare";
import { hashToken, randomToken } from "../platform/secrets";

/**
 * Makes the one-time link of the first start, as long as nobody has an account. An older unused link ends.
 * @returns the link's token, or nothing once there is an account
 */
export async function openSetupLink(ownerUrl: string): Promise<string | undefined> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ known: boolean }>("SELECT EXISTS (SELECT FROM users) AS known");
    if (rows[0]?.known) return undefined;
    const token = randomToken();
    await client.query("DELETE FROM setup_links WHERE used_at IS NULL");
    await client.query("INSERT INTO setup_links (token_hash, expires_at) VALUES ($1, now() + interval '24 hours')", [
      hashToken(token),
    ]);
    return token;
  });
}
