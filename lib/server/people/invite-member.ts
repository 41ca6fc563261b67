import { z } from "zod";
import type { AuditNote } from "../access/audit";
import { type Actor, can, ROLES } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { forbidden, Problem } from "../platform/problem";
import { hashToken, randomToken } from "../platform/secrets";
import { emailAddress } from "./redeem-setup-link";

const LIFETIME_DAYS = 7;
const DAY_MS = 86_400_000;

export const inviteSchema = z.strictObject({ email: emailAddress, role: z.enum(ROLES) });

type Invited = Readonly<{ path: string; email: string; expiresAt: string }>;

/**
 * Makes a one-time link with which one address joins in a role. An earlier open link for the address ends.
 * @returns the link's path; it is stored only hashed, so this is the one time that it can be read
 * @throws Problem forbidden for a role above one's own; invalid when the address is a member's
 */
export async function inviteMember(
  db: ScopedDb,
  actor: Actor,
  { email, role }: z.output<typeof inviteSchema>,
  audit: (note: AuditNote) => void,
): Promise<Invited> {
  if (!can(actor, "people.manage", { grants: role })) throw forbidden("giving a role above your own");
  const { organizationId } = actor;
  const member = await db.membership.findFirst({ where: { organizationId, user: { email } } });
  if (member) {
    throw new Problem("invalid", "This person is a member already.", [
      { path: "email", message: "This is a member's address. Change the role or the last day of access in the list." },
    ]);
  }
  const now = new Date();
  await db.invitation.updateMany({
    where: { organizationId, email, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const token = randomToken();
  const expiresAt = new Date(now.getTime() + LIFETIME_DAYS * DAY_MS);
  const { id } = await db.invitation.create({
    data: {
      organizationId,
      tokenHash: new Uint8Array(hashToken(token)),
      email,
      role,
      invitedBy: actor.userId,
      expiresAt,
    },
    select: { id: true },
  });
  const expires = expiresAt.toISOString();
  audit({ action: "invitation.create", object: `invitation/${id}`, facts: { role, expires }, values: { email } });
  return { path: `/invitation/${token}`, email, expiresAt: expires };
}
