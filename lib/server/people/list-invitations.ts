import type { Role } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";

/** An invitation that can still be used. Its link is known only to whom it was given. */
export type OpenInvitation = Readonly<{
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}>;

/** Invitations that are neither used, taken back nor expired, the newest first. */
export async function listInvitations(db: ScopedDb, organizationId: string): Promise<readonly OpenInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { organizationId, usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
    select: { id: true, email: true, role: true, invitedBy: true, createdAt: true, expiresAt: true },
  });
  const inviters = await db.user.findMany({
    where: { id: { in: rows.map((row) => row.invitedBy) } },
    select: { id: true, name: true },
  });
  const names = new Map(inviters.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...row,
    role: row.role as Role, // the column's check allows no other
    invitedBy: names.get(row.invitedBy) ?? "a former member",
  }));
}
