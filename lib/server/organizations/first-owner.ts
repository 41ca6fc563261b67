import { withClient } from "../platform/database/prepare";

/** The person who owns an organization here for the longest; undefined while nobody has an account. */
export async function firstOwner(ownerUrl: string): Promise<{ userId: string; email: string } | undefined> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ userId: string; email: string }>(
      `SELECT u.id AS "userId", u.email FROM users u
        WHERE u.suspended_at IS NULL AND EXISTS (
          SELECT FROM memberships m WHERE m.user_id = u.id AND m.role = 'owner' AND (m.expires_at IS NULL OR m.expires_at > now()))
        ORDER BY u.created_at LIMIT 1`,
    );
    return rows[0];
  });
}
