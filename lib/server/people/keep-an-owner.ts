import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";

/**
 * Holds the rule that an organization always has an owner, also when two owners step down at once: each waits for the other.
 *
 * @param leaving who stops being an owner
 * @throws Problem conflict when nobody else is one
 */
export async function keepAnOwner(db: ScopedDb, organizationId: string, leaving: string): Promise<void> {
  const owners = await db.$queryRaw<{ user_id: string }[]>`
    SELECT user_id FROM memberships
     WHERE organization_id = ${organizationId}::uuid AND role = 'owner' AND (expires_at IS NULL OR expires_at > now())
     ORDER BY user_id FOR UPDATE`;
  if (owners.some(({ user_id }) => user_id !== leaving)) return;
  throw new Problem("conflict", "The organization needs an owner. Make somebody else an owner first.");
}
