import { z } from "zod";
import type { AuditNote } from "../access/audit";
import { type Actor, can, ROLES } from "../access/roles";
import { today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { forbidden, Problem } from "../platform/problem";
import { endOfDay, lastDay } from "./access-days";
import { findManagedMember, membershipKey } from "./find-member";
import { keepAnOwner } from "./keep-an-owner";
import { revokeInvitationsBy } from "./revoke-invitation";

export const changeMemberSchema = z
  .strictObject({
    role: z.enum(ROLES).optional(),
    /** Last day of access; null takes the end away. */
    until: z.iso.date("Choose a day that exists.").nullable().optional(),
  })
  .refine((change) => change.role !== undefined || change.until !== undefined, "Nothing to change was sent.");

/**
 * Changes a member's role or last day of access; it holds from their next request on.
 * @throws Problem not-found, forbidden (somebody or a role above one's own, one's own last day), invalid, conflict (the last owner)
 */
export async function changeMember(
  db: ScopedDb,
  actor: Actor,
  userId: string,
  change: z.output<typeof changeMemberSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const member = await findManagedMember(db, actor, userId);
  const role = change.role ?? member.role;
  const before = { role: member.role, until: member.expiresAt && lastDay(member.expiresAt) };
  const until = change.until === undefined ? before.until : change.until;
  if (!can(actor, "people.manage", { grants: role })) throw forbidden("giving a role above your own");
  if (until !== before.until) checkUntil(until, { own: userId === actor.userId });
  if (role === "owner" && until !== null) {
    throw new Problem("invalid", "An owner's access has no end.", [
      { path: "until", message: "An owner's access has no end. Leave it empty." },
    ]);
  }
  if (member.role === "owner" && role !== "owner") await keepAnOwner(db, actor.organizationId, userId);
  await db.membership.update({
    where: membershipKey(member),
    data: { role, expiresAt: until === null ? null : endOfDay(until) },
  });
  await revokeInvitationsBy(db, { organizationId: actor.organizationId, userId, role });
  audit({ action: "member.change", object: `membership/${userId}`, facts: { before, after: { role, until } } });
  return null;
}

function checkUntil(until: string | null, { own }: { own: boolean }): void {
  if (own)
    throw new Problem(
      "forbidden",
      "Nobody changes how long their own access lasts. Ask another owner or administrator.",
    );
  if (until !== null && until < today()) {
    throw new Problem("invalid", "This day has passed.", [
      { path: "until", message: "Choose today or a day to come." },
    ]);
  }
}
