import { attempt, countAttempts } from "../access/throttle";
import type { ScopedDb } from "../platform/database/client";
import { callFunction, withOrganization } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { hashToken } from "../platform/secrets";

/** Who answers by a link has no account. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What a live link opens: one interview of one organization. */
export type Guest = Readonly<{ organizationId: string; interviewId: string }>;

/** Within 15 minutes; a page that is typed into all the time sends once a second at most. */
const CHANGES_LIMIT = 900;

/**
 * Opens the organization of a live interview link for one transaction; row-level security holds in it as for a member.
 * @returns null when the link is unknown, taken back or expired
 */
export async function withInterview<T>(
  token: string,
  run: (db: ScopedDb, guest: Guest) => Promise<T>,
): Promise<T | null> {
  const guest = await guestOf(token);
  return guest && enter(guest, run);
}

/**
 * The same for a change, of which a link may make so many.
 * @throws Problem too-many
 */
export async function changeInterview<T>(
  token: string,
  run: (db: ScopedDb, guest: Guest) => Promise<T>,
): Promise<T | null> {
  const guest = await guestOf(token);
  if (!guest) return null;
  // Before the transaction, so that what is refused takes no connection from anybody.
  if (await countAttempts([attempt("interview", guest.interviewId, CHANGES_LIMIT)])) {
    throw new Problem(
      "too-many",
      "Too much was sent within a short time. What you said is still here; wait 15 minutes, then go on.",
    );
  }
  return enter(guest, run);
}

async function guestOf(token: string): Promise<Guest | null> {
  const [row] = await callFunction<{
    organization_id: string;
    id: string;
  }>`SELECT * FROM interview_of(${hashToken(token)})`;
  return row ? { organizationId: row.organization_id, interviewId: row.id } : null;
}

function enter<T>(guest: Guest, run: (db: ScopedDb, guest: Guest) => Promise<T>): Promise<T> {
  return withOrganization({ organizationId: guest.organizationId, userId: NOBODY }, (db) => run(db, guest));
}
