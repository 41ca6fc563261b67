import { z } from "zod";
import type { AuditNote } from "../access/audit";
import { type Actor, can, ROLES, type Role } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";

/**
 * Takes an open invitation back: its link no longer works.
 * @throws Problem not-found when it is used, taken back or expired already
 */
export async function revokeInvitation(
  db: ScopedDb,
  actor: Actor,
  id: string,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId } = actor;
  const open = { organizationId, id, usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
  const known = z.uuid().safeParse(id).success;
  const { count } = known
    ? await db.invitation.updateMany({ where: open, data: { revokedAt: new Date() } })
    : { count: 0 };
  if (count === 0) throw notFound("The invitation");
  audit({ action: "invitation.revoke", object: `invitation/${id}` });
  return null;
}

/**
 * Ends the open invitations that a person made and could no longer make in their new role, so that nobody who lost it
 * comes back by a link of their own.
 *
 * @param role null when the person is a member no more
 */
export async function revokeInvitationsBy(
  db: ScopedDb,
  { organizationId, userId, role }: Readonly<{ organizationId: string; userId: string; role: Role | null }>,
): Promise<void> {
  const grantable = ROLES.filter((grants) => role !== null && can({ role, userId }, "people.manage", { grants }));
  await db.invitation.updateMany({
    where: { organizationId, invitedBy: userId, usedAt: null, revokedAt: null, role: { notIn: grantable } },
    data: { revokedAt: new Date() },
  });
}
