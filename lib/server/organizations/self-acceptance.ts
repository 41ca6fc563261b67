import type { ScopedDb } from "../platform/database/client";

/**
 * Whether who answers may also accept: only where the organization has switched it on and has no second person. It lapses
 * by itself when somebody joins.
 */
export async function selfAcceptanceHolds(db: ScopedDb, organizationId: string): Promise<boolean> {
  const { selfAcceptance } = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { selfAcceptance: true },
  });
  return selfAcceptance && (await isOnePersonOrganization(db, organizationId));
}

/** Whether the organization has one live member. */
export async function isOnePersonOrganization(db: ScopedDb, organizationId: string): Promise<boolean> {
  const live = { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] };
  return (await db.membership.count({ where: { organizationId, ...live } })) === 1;
}
