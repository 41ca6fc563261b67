import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { findManagedMember, membershipKey } from "./find-member";
import { keepAnOwner } from "./keep-an-owner";
import { revokeInvitationsBy } from "./revoke-invitation";

/**
 * Ends a membership: access ends with the member's next request. Answers, history and evidence stay; assignments and
 * the invitations that they made end.
 * @throws Problem not-found, forbidden (somebody above one's own role), conflict (the last owner)
 */
export async function removeMember(
  db: ScopedDb,
  actor: Actor,
  userId: string,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const member = await findManagedMember(db, actor, userId);
  await endMembership(db, member);
  audit({ action: "member.remove", object: `membership/${userId}`, facts: { role: member.role } });
  return null;
}

/** The caller repeats the organization's part of the address, so that a slip of a program ends nothing. */
export const leaveSchema = z.strictObject({ confirm: z.string() });

/**
 * Ends one's own membership.
 * @throws Problem invalid when the confirmation doesn't fit, conflict (the last owner)
 */
export async function leaveOrganization(
  db: ScopedDb,
  actor: Actor,
  confirm: string,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId, organizationSlug, userId } = actor;
  if (confirm !== organizationSlug) {
    throw new Problem("invalid", "The confirmation doesn't fit.", [
      { path: "confirm", message: `Repeat ${organizationSlug}.` },
    ]);
  }
  const member = await db.membership.findFirst({ where: { organizationId, userId } });
  if (!member) throw notFound("Your membership");
  await endMembership(db, member);
  audit({ action: "member.leave", object: `membership/${userId}`, facts: { role: member.role } });
  return null;
}

type Ending = Readonly<{ organizationId: string; userId: string; role: string }>;

async function endMembership(db: ScopedDb, { organizationId, userId, role }: Ending): Promise<void> {
  if (role === "owner") await keepAnOwner(db, organizationId, userId);
  // Assignments don't hang on the membership: left behind, they would come back with a new invitation.
  await db.assignment.deleteMany({ where: { organizationId, userId } });
  await revokeInvitationsBy(db, { organizationId, userId, role: null });
  // Links that they made for others, or for themself, end with the right to make them.
  await db.interview.updateMany({
    where: { organizationId, askedBy: userId, finishedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  await db.membership.delete({ where: membershipKey({ organizationId, userId }) });
}
