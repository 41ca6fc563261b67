import { z } from "zod";
import { appendPersonAudit } from "../access/audit-person";
import type { Session } from "../access/session";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";

type Own = Readonly<{ session: Session; address: string }>;

/**
 * Ends one of the person's own sessions; it is refused at its next request.
 * @throws Problem not-found when it is somebody else's or has ended already
 */
export async function endSession(db: ScopedDb, { session, address }: Own, id: string): Promise<null> {
  const known = z.uuid().safeParse(id).success;
  const own = { id, userId: session.userId, revokedAt: null };
  const { count } = known ? await db.session.updateMany({ where: own, data: { revokedAt: new Date() } }) : { count: 0 };
  if (count === 0) throw notFound("The session");
  await appendPersonAudit(db, { userId: session.userId, address }, { action: "session.end", facts: { session: id } });
  return null;
}

export const endSessionsSchema = z.strictObject({ which: z.enum(["others", "all"]) });

/** Ends all sessions of the person, or all but the one that asks. @returns how many */
export async function endSessions(
  db: ScopedDb,
  { session, address }: Own,
  { which }: z.output<typeof endSessionsSchema>,
): Promise<{ ended: number }> {
  const ended = await revokeSessions(db, session, which);
  await appendPersonAudit(db, { userId: session.userId, address }, { action: "session.end", facts: { which, ended } });
  return { ended };
}

/** The same without a note in the audit log, for what has one of its own. */
export async function revokeSessions(db: ScopedDb, session: Session, which: "others" | "all"): Promise<number> {
  const but = which === "others" ? { id: { not: session.sessionId } } : {};
  const { count } = await db.session.updateMany({
    where: { userId: session.userId, revokedAt: null, ...but },
    data: { revokedAt: new Date() },
  });
  return count;
}
