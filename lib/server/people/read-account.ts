import { idleInterval, type Session } from "../access/session";
import { withPerson } from "../platform/database/client";

/** A live session of a person. */
export type OwnSession = Readonly<{
  id: string;
  /** The one that asks. */
  present: boolean;
  method: string;
  userAgent: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}>;

/** The person's live sessions: the one that asks first, then the latest used. */
export async function readOwnSessions(session: Session): Promise<readonly OwnSession[]> {
  const rows = await withPerson(
    session.userId,
    (db) => db.$queryRaw<Row[]>`
      SELECT id, method, user_agent, address, created_at, last_seen_at, expires_at FROM sessions
       WHERE user_id = ${session.userId}::uuid AND revoked_at IS NULL AND expires_at > now()
         AND last_seen_at > now() - ${idleInterval()}::interval
       ORDER BY id = ${session.sessionId}::uuid DESC, last_seen_at DESC`,
  );
  return rows.map((row) => ({
    id: row.id,
    present: row.id === session.sessionId,
    method: row.method,
    userAgent: row.user_agent,
    address: row.address,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }));
}

type Row = Readonly<{
  id: string;
  method: string;
  user_agent: string;
  address: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}>;
