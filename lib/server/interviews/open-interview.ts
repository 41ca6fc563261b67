import type { ScopedDb } from "../platform/database/client";
import { callFunction, withOrganization } from "../platform/database/client";
import { hashToken } from "../platform/secrets";

/** Who answers by a link has no account. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What a live link opens: one interview of one organization. */
export type Guest = Readonly<{ organizationId: string; interviewId: string }>;

/**
 * Opens the organization of a live interview link for one transaction; row-level security holds in it as for a member.
 * @returns null when the link is unknown, taken back or expired
 */
export async function withInterview<T>(
  token: string,
  run: (db: ScopedDb, guest: Guest) => Promise<T>,
): Promise<T | null> {
  const [row] = await callFunction<{
    organization_id: string;
    id: string;
  }>`SELECT * FROM interview_of(${hashToken(token)})`;
  if (!row) return null;
  const guest = { organizationId: row.organization_id, interviewId: row.id };
  return withOrganization({ organizationId: guest.organizationId, userId: NOBODY }, (db) => run(db, guest));
}
