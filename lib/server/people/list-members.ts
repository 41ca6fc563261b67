import type { Role } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { lastDay } from "./access-days";

/** A member as the people page shows them. */
export type Member = Readonly<{
  id: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  /** Last day of access, YYYY-MM-DD; null without an end. */
  until: string | null;
  ended: boolean;
}>;

/** Everybody who is or was given access, by role, then by name. */
export async function listMembers(db: ScopedDb, organizationId: string): Promise<readonly Member[]> {
  const rows = await db.membership.findMany({
    where: { organizationId },
    include: { user: { select: { name: true, email: true } } },
  });
  const now = new Date();
  return rows
    .map((row) => ({
      id: row.userId,
      name: row.user.name,
      email: row.user.email,
      role: row.role as Role, // the column's check allows no other
      since: row.createdAt,
      until: row.expiresAt && lastDay(row.expiresAt),
      ended: row.expiresAt !== null && row.expiresAt <= now,
    }))
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || a.name.localeCompare(b.name, "en"));
}

const ORDER: readonly Role[] = ["owner", "admin", "consultant", "reviewer", "assessor", "viewer"];
